using System.Collections.Generic;
using System.Linq;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service.Rules;

namespace VsMigration.Service;

/// <summary>From facts to findings and steps, as a pure function: no clock, no connection, no state.</summary>
[Clause("6.2-2", "6.2-3")]
internal static class MigrationPlanner
{
    /// <summary>All findings of all rules, blockers first.</summary>
    [Clause("6.2.1-2")]
    public static IReadOnlyList<MigrationError> Check(MigrationContext context) =>
        HostRules.Check(context)
            .Concat(StateRules.Check(context))
            .Concat(DefinitionRules.Check(context))
            .Concat(IdentityRules.Check(context))
            .Concat(ComputeRules.Check(context))
            .Concat(StorageRules.Check(context))
            .Concat(NetworkRules.Check(context))
            .Concat(DeviceRules.Check(context))
            .Concat(TransportRules.Check(context))
            .Concat(context.Destination?.OtherFindings ?? Enumerable.Empty<MigrationError>())
            .OrderByDescending(finding => finding.Severity)
            .ToList();

    /// <summary>The steps of a migration that nothing blocks.</summary>
    public static IReadOnlyList<MigrationStepName> Plan(MigrationContext context) =>
        context.MovesInstance ? MoveInstance(context).ToList() : MoveDefinition(context).ToList();

    [Clause("6.2.2-5", "6.2.2-6", "6.2.2-7", "6.2.2-8", "6.2.2-10", "6.2.3-5", "6.2.3-6", "6.2.3-7")]
    private static IEnumerable<MigrationStepName> MoveInstance(MigrationContext context)
    {
        bool resume = context.Order.MigrationType == MigrationType.Resume;
        if (StorageRules.ToCopy(context).Count > 0)
        {
            yield return MigrationStepName.PrepareStorage;
        }

        if (resume && context.State == VirtualSystemState.Active)
        {
            yield return MigrationStepName.Pause;
        }
        else if (context.State == VirtualSystemState.Suspended)
        {
            yield return MigrationStepName.LoadSavedState;
        }

        yield return MigrationStepName.Transfer;
        if (context.Source.Autostart)
        {
            yield return MigrationStepName.CarryOver;
        }

        if (context.State == VirtualSystemState.Active && (resume || context.Order.OnTimeout == TimeoutAction.Suspend))
        {
            yield return MigrationStepName.ResumeAtDestination;
        }
        else if (context.State == VirtualSystemState.Suspended)
        {
            yield return MigrationStepName.SuspendAtDestination;
        }

        yield return MigrationStepName.VerifyDestination;
        yield return MigrationStepName.VerifySource;
    }

    [Clause("6.2.1-5", "6.2.1-7", "6.2.1-8")]
    private static IEnumerable<MigrationStepName> MoveDefinition(MigrationContext context)
    {
        bool runs = context.State == VirtualSystemState.Active;
        if (runs)
        {
            yield return MigrationStepName.ShutDown;
        }

        if (StorageRules.ToCopy(context).Count > 0)
        {
            yield return MigrationStepName.PrepareStorage;
            yield return MigrationStepName.CopyVolumes;
        }

        yield return MigrationStepName.DefineAtDestination;
        if (context.Source.Autostart)
        {
            yield return MigrationStepName.CarryOver;
        }

        if (runs)
        {
            yield return MigrationStepName.StartAtDestination;
        }

        yield return MigrationStepName.VerifyDestination;
        yield return MigrationStepName.ReleaseSource;
        yield return MigrationStepName.VerifySource;
    }
}
