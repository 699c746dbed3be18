using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Conformance;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Methods;
using VsMigration.Profile.Requirements;

namespace VsMigration.PowerShell.Commands;

/// <summary>Tests an implementation of DSP1081 from outside, requirement by requirement.</summary>
/// <remarks>
/// Walks through registration, services, capabilities, settings, virtual systems, the seven operations on each class, and the methods
/// with right and with wrong parameters, as any client could. There is one result for each requirement of the profile: Pass (seen to
/// hold, as far as it can be seen), Fail (seen not to hold), NotApplicable (its condition is not met) or NotTested (it could not be
/// seen), each with its evidence; the ids are those of docs/conformance/DSP1081.md. What is odd about a server is a result and not an
/// error. Nothing is changed on the server, unless -AllowMigration lets one virtual system really migrate: it is followed to its end,
/// and a warning says where it is then. When the time is used up or Ctrl-C comes, that migration is asked to stop, and waited for.
/// </remarks>
/// <example>
/// <code>Test-VSMigrationConformance -Summary</code>
/// How this machine's service does, in numbers, and what fails.
/// </example>
/// <example>
/// <code>Test-VSMigrationConformance -Session kvm3 -DestinationHost kvm7 | Where-Object Result -eq Fail | Format-List</code>
/// What fails on another host, with the requirement and the evidence. The destination lets the checks of a migration be tested too.
/// </example>
/// <example>
/// <code>Test-VSMigrationConformance -Id 7.4.*, T29-*</code>
/// The results of some clauses and tables.
/// </example>
/// <example>
/// <code>Test-VSMigrationConformance -Session simulator: -AllowMigration -Name web01 -DestinationHost sim-b -Confirm:$false</code>
/// With a migration, so that jobs and what is left behind are seen as well.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "VSMigrationConformance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ConformanceResult), typeof(ConformanceSummary))]
public sealed class TestVSMigrationConformanceCommand : SessionCommand
{
    private const int ProgressId = 1081;

    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("CimSession", "ConnectionUri")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override SessionReference? Session { get; set; }

    /// <summary>Requirements to show, by id, such as 7.4.2-3 or T18-*; wildcards are allowed. Left out = all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Id { get; set; } = Array.Empty<string>();

    /// <summary>The virtual system that the checks are about, and that -AllowMigration migrates; left out = any, for the checks only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SystemCompleter))]
    public string? Name { get; set; }

    /// <summary>Where to, as the server takes it; left out = a host that the server shows, for the checks only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HostCompleter))]
    public string? DestinationHost { get; set; }

    /// <summary>Really migrates -Name to -DestinationHost, live. Asks first.</summary>
    [Parameter]
    public SwitchParameter AllowMigration { get; set; }

    /// <summary>The longest time for all of it, a migration included, in seconds; left out = 600.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Writes the numbers by level, the verdict and what failed, instead of the results.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) =>
        TryAsync(pipeline, Session?.ToString(), async () =>
        {
            var wanted = Wanted();
            Demand(!AllowMigration || (Name is not null && DestinationHost is not null), "-AllowMigration needs -Name and -DestinationHost.", "Say which virtual system may be migrated, and where to.");
            var session = await GetSessionAsync(cancellationToken);
            var results = (await TestAsync(session, pipeline, cancellationToken)).Where(result => wanted.Contains(result.Id)).ToList();
            if (Summary)
            {
                pipeline.WriteObject(ConformanceSummary.Of(results));
            }
            else
            {
                pipeline.WriteObjects(results);
            }
        }, cancellationToken);

    private static void Demand(bool holds, string message, string action)
    {
        if (!holds)
        {
            throw new MigrationException(MigrationErrorKind.ParameterInvalid, message, action);
        }
    }

    private HashSet<string> Wanted()
    {
        var all = RequirementCatalog.All;
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (string id in Id.DefaultIfEmpty("*"))
        {
            var picked = NameFilter.Pick(all, id, row => row.Id);
            Demand(picked.Count > 0, $"There is no requirement '{id}'.", "Ids are such as 7.4.2-3 or T18-2; docs/conformance/DSP1081.md lists them.");
            wanted.UnionWith(picked.Select(row => row.Id));
        }

        return wanted;
    }

    private async Task<IReadOnlyList<ConformanceResult>> TestAsync(MigrationSession session, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        string activity = "Testing " + session.Name + " against DSP1081";
        var options = new ConformanceOptions
        {
            SystemName = Name ?? "",
            DestinationHost = DestinationHost ?? "",
            AllowMigration = AllowMigration && await pipeline.ShouldProcessAsync(
                $"Migrating the virtual system {Name} from {session.HostName} to {DestinationHost}, as a test",
                $"Migrate the virtual system {Name} from {session.HostName} to {DestinationHost}, as a test?",
                "Test-VSMigrationConformance"),
            TimeLimit = TimeSpan.FromSeconds(TimeoutSec),
        };
        using var client = session.OpenCimClient();
        try
        {
            return await new ConformanceWalker(client).RunAsync(
                options, subject => pipeline.WriteProgress(new ProgressRecord(ProgressId, activity, subject)), pipeline.WriteWarning, cancellationToken);
        }
        finally
        {
            pipeline.WriteProgress(new ProgressRecord(ProgressId, activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
