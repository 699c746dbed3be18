using System.Collections.Generic;
using System.Globalization;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>The destination has the emulator, the machine type, the processor and the memory.</summary>
[Clause("6.2.1-2")]
internal static class ComputeRules
{
    private const ulong MiB = 1024 * 1024;

    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        if (context.Destination is not { } destination)
        {
            yield break;
        }

        var source = context.Source;
        if (!destination.HasEmulator)
        {
            yield return Unsatisfied(context, $"emulator {source.Emulator} ({source.Architecture})",
                "Install the same emulator at the destination, or give it the same virtualization (such as /dev/kvm).");
        }
        else if (!destination.HasMachineType)
        {
            yield return Unsatisfied(context, "machine type " + source.MachineType,
                "Update the hypervisor of the destination host to one that knows this machine type.");
        }

        if (destination.ProcessorCompatible == false)
        {
            yield return Unsatisfied(context, "processor" + (destination.ProcessorDifference.Length > 0 ? " (" + destination.ProcessorDifference + ")" : ""),
                "Give the virtual system a processor model that both hosts have, or choose another destination.");
        }

        if (destination.FreeMemory < context.Memory)
        {
            string resource = "memory (" + Mebibytes(context.Memory) + " MiB needed, " + Mebibytes(destination.FreeMemory) + " MiB free)";
            const string Action = "Free memory at the destination, or choose another one.";
            yield return context.NeedsMemory
                ? Unsatisfied(context, resource, Action)
                : StandardMessages.ResourceUnsatisfied.Warning(Action, context.SystemName, resource, context.DestinationName);
        }
    }

    private static MigrationError Unsatisfied(MigrationContext context, string resource, string action) =>
        StandardMessages.ResourceUnsatisfied.Error(action, context.SystemName, resource, context.DestinationName);

    private static string Mebibytes(ulong bytes) => (bytes / MiB).ToString(CultureInfo.InvariantCulture);
}
