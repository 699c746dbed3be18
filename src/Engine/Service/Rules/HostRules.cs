using System.Collections.Generic;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>The destination is another host, and no older than the source.</summary>
[Clause("6.2.1-2")]
internal static class HostRules
{
    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        if (context.Destination is not { } destination)
        {
            yield break;
        }

        if (destination.HostId.Length > 0 && destination.HostId == context.Source.HostId)
        {
            yield return StandardMessages.TargetHostState.Error(
                "Name another host. If these are two hosts, one is a clone of the other: give it a host_uuid of its own in libvirtd.conf.",
                context.DestinationName, "is the source host itself");
        }

        if (destination.HypervisorVersion < context.Source.HypervisorVersion)
        {
            string state = $"runs hypervisor version {destination.HypervisorVersion}, older than the source's {context.Source.HypervisorVersion}";
            const string Action = "Update the hypervisor of the destination host to the source's version or a later one.";
            yield return context.MovesInstance
                ? StandardMessages.TargetHostState.Error(Action, context.DestinationName, state)
                : StandardMessages.TargetHostState.Warning(Action, context.DestinationName, state);
        }
    }
}
