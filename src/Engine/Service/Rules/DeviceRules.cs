using System.Collections.Generic;
using System.Globalization;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>Nothing that belongs to the virtual system would be left behind.</summary>
internal static class DeviceRules
{
    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        var source = context.Source;
        if (source.SnapshotCount > 0)
        {
            string count = source.SnapshotCount.ToString(CultureInfo.InvariantCulture);
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                "Delete the snapshots (virsh snapshot-delete), or keep them elsewhere: they cannot move along.",
                context.SystemName, "has " + count + (source.SnapshotCount == 1 ? " snapshot" : " snapshots"));
        }

        foreach (string device in source.HostDevices)
        {
            string what = "holds the device " + device + " of the source host";
            const string Action = "Detach the device, or migrate while the virtual system is off and give it the destination's own device.";
            yield return context.MovesInstance
                ? StandardMessages.SystemConfigurationPrevents.Error(Action, context.SystemName, what)
                : StandardMessages.SystemConfigurationPrevents.Warning(Action, context.SystemName, what);
        }

        // A running system's firmware store and TPM travel within its instance; a definition alone leaves their files behind.
        if (source.HasFirmwareStore && !context.MovesInstance)
        {
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                "Migrate it while it runs (-MigrationType Live or Resume), or copy the NVRAM file to the same path at the destination and migrate by hand.",
                context.SystemName, "has a firmware variable store (NVRAM) in a file of the source host");
        }

        if (source.HasEmulatedTpm && !context.MovesInstance)
        {
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                "Migrate it while it runs (-MigrationType Live or Resume): the state of the emulated TPM moves only within the instance.",
                context.SystemName, "has an emulated TPM whose state lies on the source host");
        }
    }
}
