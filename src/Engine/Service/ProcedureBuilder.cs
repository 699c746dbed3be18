using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Platforms;
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
    public static MigrationProcedure Build(
        IReadOnlyList<MigrationStepName> plan, MigrationContext context, IMigrationActions actions, IClock clock)
    {
        var deadline = new TransferDeadline(context, actions, clock);
        return new MigrationProcedure(plan.Select(name => Bind(name, plan, actions, deadline)).ToList(), actions);
    }

    private static MigrationStep Bind(
        MigrationStepName name, IReadOnlyList<MigrationStepName> plan, IMigrationActions actions, TransferDeadline deadline) => name switch
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
            MigrationStepName.VerifyDestination => new(name, (_, token) => actions.VerifyDestinationAsync(token))
            {
                ChangesHost = false,
                Commits = plan.Contains(MigrationStepName.StartAtDestination),
            },
            MigrationStepName.ReleaseSource => new(name, (_, token) => actions.ReleaseSourceAsync(token)) { Commits = true },
            MigrationStepName.VerifySource => new(name, (_, token) => actions.VerifySourceReleasedAsync(token)) { ChangesHost = false },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
}
