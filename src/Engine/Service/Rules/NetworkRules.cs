using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>Every network that an adapter is plugged into is there, and active.</summary>
[Clause("6.2.1-3")]
internal static class NetworkRules
{
    public static IEnumerable<MigrationError> Check(MigrationContext context) =>
        context.Destination is not { } destination
            ? Enumerable.Empty<MigrationError>()
            : destination.MissingNetworks.Select(network => StandardMessages.ResourceUnsatisfied.Error(
                $"Create and start the {network} at the destination, or plug the adapter into one that both hosts have.",
                context.SystemName, network.ToString(), context.DestinationName));
}
