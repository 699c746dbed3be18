using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.PowerShell.Commands;

/// <summary>Migrates virtual systems.</summary>
/// <remarks>
/// Each virtual system is checked as it arrives; one that cannot be migrated is one error with all its blockers, and the others go
/// on. The check's warnings are written as warnings. Live keeps it running, Resume pauses it on the way, Restart shuts it down and
/// starts it again; one that does not run is moved as a definition, whatever the type. Writable disks of the source host alone are
/// copied along and stay there too; shared ones are recognised. The destination is always made ready first, the source is released
/// after the destination was seen to have the virtual system, and a migration that fails or is stopped is undone. Without -Wait the
/// job is returned at once and goes on for as long as this process lives. With -Wait there is a progress bar for each job, then each
/// job as it ends, whatever its end; one that is not Completed also gives an error with the job as its target. Ctrl-C stops what was
/// started and waits for the undo; Get-VSMigrationJob shows the outcome.
/// </remarks>
/// <example>
/// <code>Start-VSMigration web01 -DestinationHost kvm7 -Wait</code>
/// A live migration with its progress.
/// </example>
/// <example>
/// <code>Get-VSMigrationSystem web* | Start-VSMigration -DestinationHost kvm7 -Bandwidth 200 -BandwidthUnit MiB/s -Wait</code>
/// Several at once, each with at most 200 MiB/s.
/// </example>
/// <example>
/// <code>Start-VSMigration db01 kvm7 -TransportType TLS -TimeoutSec 600 -OnTimeout PostCopy -Wait</code>
/// Encrypted; if it has not converged after ten minutes, it runs on at the destination and fetches the rest of its memory from there.
/// That both hosts can do so is checked before the start.
/// </example>
/// <example>
/// <code>Import-Csv moves.csv | Start-VSMigration -Wait</code>
/// A plan in a file with the columns Name, DestinationHost and, if wanted, MigrationType, TransportType, Priority.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "VSMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationJob))]
public sealed class StartVSMigrationCommand : MigrationCommand
{
    private readonly object _gate = new();
    private readonly List<MigrationJob> _started = new();

    /// <summary>How much of the network a transfer may take, in <see cref="BandwidthUnit"/>; 0 = the default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ushort? Bandwidth { get; set; }

    /// <summary>The unit of <see cref="Bandwidth"/>, such as MiB/s, Mbit/s or byte/second*2^20; left out = the host's (MiB/s).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BandwidthUnitCompleter))]
    public string? BandwidthUnit { get; set; }

    /// <summary>Importance: 1 the highest; 0 = the default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ushort? Priority { get; set; }

    /// <summary>The longest time the transfer may take, in seconds; 0 = no limit; left out = 800 s per GiB of memory, at least 120 s.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue)]
    public int? TimeoutSec { get; set; }

    /// <summary>What happens when that time is used up; left out = Abort.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TimeoutAction? OnTimeout { get; set; }

    /// <summary>Powers off a guest that did not shut down in time (Restart only).</summary>
    [Parameter]
    public SwitchParameter TurnOff { get; set; }

    /// <summary>Shows progress, and writes each job when it has ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Does not ask, whatever $ConfirmPreference says. It never powers anything off: that is <see cref="TurnOff"/>.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override MigrationSetting Given => base.Given with
    {
        Bandwidth = Bandwidth,
        BandwidthUnit = BandwidthUnit,
        Priority = Priority,
        TimeLimit = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        OnTimeout = OnTimeout,
        TurnOff = TurnOff ? true : null,
    };

    /// <inheritdoc/>
    protected override async Task ProcessSystemAsync(
        MigrationSession session, VirtualSystem system, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        var request = await RequestForAsync(session, system, cancellationToken);
        if (!await MayStartAsync(session, system, request, pipeline))
        {
            return;
        }

        var job = await session.Service.StartAsync(request, cancellationToken);
        foreach (var warning in job.Warnings)
        {
            pipeline.WriteWarning(ErrorRecords.Describe(warning));
        }

        if (Wait)
        {
            Keep(job);
        }
        else
        {
            pipeline.WriteObject(job);
        }
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(PipelineSink pipeline, CancellationToken cancellationToken) =>
        JobWatch.WaitAsync(_started, pipeline, job =>
        {
            pipeline.WriteObject(job);
            if (job.JobState != JobState.Completed)
            {
                pipeline.WriteError(ErrorRecords.From(job));
            }
        }, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (Stopped.IsCancellationRequested)
        {
            // Ctrl-C came, wherever in the pipeline it hit: the prompt comes back when everything is undone.
            Task.WhenAll(_started.Select(job => job.WhenFinishedAsync())).GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }

    private Task<bool> MayStartAsync(MigrationSession session, VirtualSystem system, MigrationRequest request, PipelineSink pipeline)
    {
        string type = (request.Setting.MigrationType ?? Profile.Implementation.MigrationType.Live).ToString();
        string way = $"the virtual system {system.Name} from {session.HostName} to {request.Destination.Name} ({type})";
        return pipeline.AskAsync(() =>
            (Force && !IsWhatIf) || ShouldProcess($"Migrating {way}", $"Migrate {way}?", "Start-VSMigration"));
    }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private void Keep(MigrationJob job)
    {
        lock (_gate)
        {
            _started.Add(job);
        }

        Stopped.Register(() => Terminate(job)); // runs at once where Ctrl-C has come already
    }

    private static void Terminate(MigrationJob job)
    {
        try
        {
            _ = ModuleState.Registry.RequestStateChangeAsync(job, JobEvent.Terminate);
        }
        catch (MigrationException e) when (e.Kind == MigrationErrorKind.InvalidState)
        {
            // It has ended, or is past the point where it can be stopped: its end is waited for all the same.
        }
    }
}
