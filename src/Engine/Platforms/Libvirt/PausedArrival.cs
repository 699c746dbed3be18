using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// A guest that arrives paused leaves its disks inactive in QEMU until it runs. QEMU before 10.0 ends with a failed assertion
/// (<c>bdrv_inactivate_recurse</c>), and the guest with it, when such a guest is saved or migrated again before it has run: seen with
/// 7.2.22, by virsh as well. Nothing that libvirt shows tells such a guest from another that is paused. Pure.
/// </summary>
internal static class PausedArrival
{
    private static readonly Version Mended = new(10, 0);

    /// <summary>Says so beforehand.</summary>
    internal static IEnumerable<MigrationError> Check(MigrationPlan plan)
    {
        if (plan.State == VirtualSystemState.Paused && plan.Order.MigrationType != MigrationType.Restart && plan.Destination.HypervisorVersion < Mended)
        {
            yield return StandardMessages.TargetSystemConfiguration.Warning(
                $"Let it run for a moment (virsh resume, virsh suspend) after its arrival, and before now if it arrived paused at {plan.Source.HostName} and has not run since: "
                + "QEMU older than 10.0 loses a guest that is migrated or saved again without having run.",
                plan.Source.System.Name,
                "will be paused with inactive disks");
        }
    }
}
