using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What libvirt cannot change in a definition, found before it is tried. Pure.</summary>
internal static class ChangeRules
{
    internal static IEnumerable<MigrationError> Check(SourceFacts source, MigrationOrder order) =>
        DestinationXml.Obstacles(source.Definition, order.Change).Select(found => StandardMessages.ParameterInvalid.Error(
            "Change it in the definition by hand (virsh edit), before the migration or after it.",
            "MigrateVirtualSystemToHost",
            "NewResourceSettingData",
            found.Change.Index.ToString(CultureInfo.InvariantCulture),
            (found.Change is MemoryChange ? "another amount of memory" : "another number of processors") + " for a virtual system that " + found.Obstacle,
            "NULL or the source's value"));
}
