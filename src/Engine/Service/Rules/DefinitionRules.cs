using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>
/// What is to be different at the destination can be. An instance keeps what its guest sees while it travels: memory, processors, and
/// which devices there are. A definition alone can take any change.
/// </summary>
[Clause("T2-4", "T2-5", "T4-4", "T4-5")]
internal static class DefinitionRules
{
    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        if (context.MovesInstance)
        {
            foreach (var change in context.Order.Change.Resources)
            {
                if (Visible(context, change) is { } what)
                {
                    yield return TooLate(context, change, what);
                }
            }
        }

        if (context.Order.Change.ProcessorCount is { } count && context.Destination is { MaximumProcessorCount: > 0 and var most } && count > most)
        {
            yield return StandardMessages.ResourceUnsatisfied.Error(
                "Ask for fewer processors, or give the virtual system another machine type.",
                context.SystemName, string.Format(CultureInfo.InvariantCulture, "processors ({0} asked for, {1} at the most)", count, most), context.DestinationName);
        }
    }

    // What the guest would see change, or its emulator would have to, in words; null for what neither does.
    private static string? Visible(MigrationContext context, ResourceChange change) => change switch
    {
        MemoryChange => "another amount of memory",
        ProcessorChange => "another number of processors",
        AdapterChange { IsNew: true } adapter => "a new adapter " + adapter.Mac,
        AdapterChange adapter when context.Source.Adapters.Any(other => other.Network is null && string.Equals(other.Mac, adapter.Mac, StringComparison.OrdinalIgnoreCase)) =>
            "a network for the adapter " + adapter.Mac + ", which has none of the host's",
        DiskChange { IsNew: true } disk => "a new disk " + disk.Target,
        _ => null,
    };

    private static MigrationError TooLate(MigrationContext context, ResourceChange change, string what)
    {
        string type = context.Order.MigrationType.ToString();
        return StandardMessages.ParameterInvalid.Error(
            context.State == VirtualSystemState.Active
                ? "Migrate it with -MigrationType Restart, which shuts it down and starts it with its new settings; or shut it down first."
                : "Shut it down first: a definition takes the change with every migration type.",
            MigrationMethod.MigrateVirtualSystemToHost.ToString(),
            DefinitionChangeBuilder.ResourceParameter,
            change.Index.ToString(CultureInfo.InvariantCulture),
            $"{what}, which an instance does not take while it is migrated with the type {type}",
            $"the source's value with {type}, any with {MigrationType.Restart}");
    }
}
