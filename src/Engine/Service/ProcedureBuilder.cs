using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using VsMigration.Profile;

namespace VsMigration.Service;

/// <summary>Binds each step of a plan to a platform's action and to its undo.</summary>
[Clause("6.2.3-9")]
internal static class ProcedureBuilder
{
    /// <summary>The procedure of a plan.</summary>
    /// <param name="plan">The steps, from the planner.</param>
    /// <param name="context">What they were planned from.</param>
    /// <param name="actions">What the platform can do; the procedure closes it.</param>
    /// <param name="clock">The clock that the hosts go by.</param>
    /// <param name="arrivedAsync">Reads the migrated virtual system at the destination; null where it cannot be seen.</param>
    public static MigrationProcedure Build(
        IReadOnlyList<MigrationStepName> plan,
        MigrationContext context,
        IMigrationActions actions,
        IClock clock,
        Func<CancellationToken, Task<VirtualSystem?>> arrivedAsync)
    {
        var deadline = new TransferDeadline(context, actions, clock);
        return new MigrationProcedure(plan.Select(name => Bind(name, plan, actions, deadline, arrivedAsync)).ToList(), actions, actions);
    }

    private static MigrationStep Bind(
        MigrationStepName name,
        IReadOnlyList<MigrationStepName> plan,
        IMigrationActions actions,
        TransferDeadline deadline,
        Func<CancellationToken, Task<VirtualSystem?>> arrivedAsync) => name switch
        {
            MigrationStepName.PrepareStorage => new(name, (_, token) => actions.PrepareStorageAsync(token), actions.DiscardStorageAsync),
            MigrationStepName.ShutDown => new(name, (_, token) => actions.ShutDownAsync(token), actions.RestoreSourceAsync),
            // The targets are PrepareStorage's, and go with its undo.
            MigrationStepName.CopyVolumes => new(name, actions.CopyVolumesAsync),
            MigrationStepName.Pause => new(name, (_, token) => actions.PauseAsync(token), actions.RestoreSourceAsync),
            MigrationStepName.LoadSavedState => new(name, (_, token) => actions.LoadSavedStateAsync(token), actions.RestoreSourceAsync),
            // The platform's hand-over releases the source by itself, once the destination has the instance.
            MigrationStepName.Transfer => new(name, deadline.TransferAsync, actions.AbandonTransferAsync) { Commits = true },
            MigrationStepName.DefineAtDestination =>
                new(name, (_, token) => actions.DefineAtDestinationAsync(token), actions.UndefineAtDestinationAsync),
            MigrationStepName.CarryOver => new(name, (_, token) => actions.CarryOverAsync(token)),
            MigrationStepName.StartAtDestination =>
                new(name, (_, token) => actions.StartAtDestinationAsync(token), actions.StopAtDestinationAsync),
            MigrationStepName.ResumeAtDestination => new(name, (_, token) => actions.ResumeAtDestinationAsync(token)),
            MigrationStepName.SuspendAtDestination => new(name, (_, token) => actions.SuspendAtDestinationAsync(token)),
            // Once it has run at the destination and was seen there, going back would lose what it did there.
            MigrationStepName.VerifyDestination => new(name, async (report, token) =>
            {
                await actions.VerifyDestinationAsync(token);
                await ShowAsync(report, arrivedAsync, token);
            })
            {
                ChangesHost = false,
                Commits = plan.Contains(MigrationStepName.StartAtDestination),
            },
            MigrationStepName.ReleaseSource => new(name, (_, token) => actions.ReleaseSourceAsync(token)) { Commits = true },
            MigrationStepName.VerifySource => new(name, (_, token) => actions.VerifySourceReleasedAsync(token)) { ChangesHost = false },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };

    // The platform has seen it; that it cannot be shown in full now is worth a warning, and no reason to undo anything.
    private static async Task ShowAsync(IJobReport report, Func<CancellationToken, Task<VirtualSystem?>> arrivedAsync, CancellationToken cancellationToken)
    {
        try
        {
            if (await arrivedAsync(cancellationToken) is { } system)
            {
                report.Arrived(system);
            }
        }
        catch (MigrationException e)
        {
            report.Warn(e.Errors[0] with { Severity = ErrorSeverity.Warning });
        }
    }
}
