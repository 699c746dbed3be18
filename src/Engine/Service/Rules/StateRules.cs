using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>The state suits the migration type (clause 6.2), and nothing else is being done to the virtual system.</summary>
[Clause("6.2.1-1", "6.2.2-1", "6.2.2-2", "6.2.2-3", "6.2.3-1", "6.2.3-2", "6.2.3-3")]
[Clause("9.2.1-1")]
internal static class StateRules
{
    // Live and Resume also take what does not run (6.2.2, 6.2.3). Restart of a paused or suspended system would have to run it first.
    private static readonly VirtualSystemState[] s_liveOrResume =
        { VirtualSystemState.Active, VirtualSystemState.Paused, VirtualSystemState.Suspended, VirtualSystemState.Defined };

    private static readonly VirtualSystemState[] s_restart = { VirtualSystemState.Active, VirtualSystemState.Defined };

    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        var required = context.Order.MigrationType == MigrationType.Restart ? s_restart : s_liveOrResume;
        if (context.Source.HasSavedState && context.State != VirtualSystemState.Suspended)
        {
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                $"Start '{context.SystemName}' from its saved state, or discard that (virsh managedsave-remove), before it is migrated.",
                context.SystemName, "has a saved state in a file of the source host");
        }
        else if (!required.Contains(context.State))
        {
            string states = string.Join(", ", required);
            yield return StandardMessages.SystemStateInvalid.Error(
                $"Bring '{context.SystemName}' into one of these states, or choose another -MigrationType.",
                context.SystemName, context.State.ToString(), states);
        }

        if (context.Source.IsBusy)
        {
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                "Wait until the other job has ended, or cancel it (virsh domjobinfo, virsh domjobabort).",
                context.SystemName, "has a migration or another job running on it");
        }

        if (!context.Source.IsPersistent && context.Order.MigrationType == MigrationType.Restart)
        {
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                "Migrate it with -MigrationType Live or Resume, or define it first: a transient system is gone once it has shut down.",
                context.SystemName, "is transient, without a definition");
        }
    }
}
