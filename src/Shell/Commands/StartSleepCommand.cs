using System;
using System.Management.Automation;
using System.Threading;

namespace VsMigration.Shell.Commands;

/// <summary>Start-Sleep: waits, and stops waiting on Ctrl-C.</summary>
[Cmdlet(VerbsLifecycle.Start, "Sleep", DefaultParameterSetName = "Seconds")]
internal sealed class StartSleepCommand : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim _stopped = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Seconds")]
    [ValidateRange(0.0, int.MaxValue / 1000)]
    public double Seconds { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Milliseconds")]
    [Alias("ms")]
    [ValidateRange(0, int.MaxValue)]
    public int Milliseconds { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Duration")]
    public TimeSpan Duration { get; set; }

    public void Dispose() => _stopped.Dispose();

    protected override void ProcessRecord() => _stopped.Wait(ParameterSetName switch
    {
        "Seconds" => TimeSpan.FromSeconds(Seconds),
        "Milliseconds" => TimeSpan.FromMilliseconds(Milliseconds),
        _ => Duration,
    });

    protected override void StopProcessing() => _stopped.Set();
}
