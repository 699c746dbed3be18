using System.Collections.Generic;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>Memory does not travel where others can read it, and what is to happen at the time limit can happen.</summary>
internal static class TransportRules
{
    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        if (context.Destination is not { } destination)
        {
            yield break;
        }

        if (context.MovesInstance && context.Order.TransportType == TransportType.TCP && !destination.IsLoopback)
        {
            yield return StandardMessages.MemoryInTheClear.Warning(
                "Use -TransportType TLS or SSH, or a network that only the hosts are on.",
                context.Order.TransportType.ToString(), context.DestinationName);
        }

        // Taken literally: never another action later because this one cannot be.
        if (context.MovesInstance && context.Order.AllowsPostCopy && destination.CanPostCopy != true)
        {
            string why = destination.PostCopyObstacle.Length > 0 ? ": " + destination.PostCopyObstacle : "";
            yield return StandardMessages.TargetHostState.Error(
                "Do without post-copy (-OnTimeout Abort or Suspend), or allow userfaultfd to the hypervisor at the destination (sysctl vm.unprivileged_userfaultfd=1).",
                context.DestinationName, "cannot take over by post-copy" + why);
        }
    }
}
