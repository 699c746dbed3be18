using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>
/// Every disk is shared, or is there, or can be made there. Writable disks of this host alone move along; read-only ones must be there.
/// </summary>
[Clause("6.2.1-4", "6.2.1-7")]
internal static class StorageRules
{
    /// <summary>The disks that have to be copied.</summary>
    public static IReadOnlyList<DiskFacts> ToCopy(MigrationContext context) =>
        context.Destination is not { } destination
            ? new List<DiskFacts>()
            : context.Source.Disks.Where(disk => NeedsCopy(disk, PlacementOf(context, disk, destination))).ToList();

    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        if (context.Destination is not { } destination)
        {
            yield break;
        }

        foreach (var disk in context.Source.Disks.Where(disk => disk.Path.Length > 0 && !disk.IsShared))
        {
            var place = PlacementOf(context, disk, destination);
            var findings = NeedsCopy(disk, place) ? CheckCopy(context, disk, place) : CheckPresence(context, place);
            foreach (var finding in findings)
            {
                yield return finding;
            }
        }

        foreach (var finding in destination.NewDisks.SelectMany(place => CheckNew(context, place)))
        {
            yield return finding;
        }
    }

    // A disk that comes new is not made here: what is on it would be nobody's.
    private static IEnumerable<MigrationError> CheckNew(MigrationContext context, DiskPlacement place) => place.UsedBy.Length > 0
        ? new[] { Used(context, place) }
        : CheckPresence(context, place);

    private static bool NeedsCopy(DiskFacts disk, DiskPlacement place) =>
        disk.Path.Length > 0 && disk.IsWritable && !disk.IsShared && !place.IsSame;

    private static DiskPlacement PlacementOf(MigrationContext context, DiskFacts disk, DestinationFacts destination)
    {
        string path = context.Order.Change.PathOf(disk);
        return destination.Disks.FirstOrDefault(place => place.Path == path) ?? new DiskPlacement { Path = path };
    }

    private static IEnumerable<MigrationError> CheckPresence(MigrationContext context, DiskPlacement place)
    {
        if (place.IsSame || place.Exists == true)
        {
            yield break;
        }

        yield return place.Exists == false
            ? StandardMessages.FileStateUnexpected.Error(
                "Put the file there; a read-only disk does not move along, and a new one is not made.",
                place.Path, $"does not exist on the host system named {context.DestinationName}")
            : StandardMessages.FileStateUnexpected.Warning(
                "Make sure that it is there, or define a storage pool over its folder, so that it can be looked for.",
                place.Path, $"cannot be looked for on the host system named {context.DestinationName}: no storage pool covers its folder");
    }

    private static IEnumerable<MigrationError> CheckCopy(MigrationContext context, DiskFacts disk, DiskPlacement place)
    {
        if (disk.HasBackingImage)
        {
            yield return StandardMessages.SystemConfigurationPrevents.Error(
                "Merge the images (virsh blockcommit or blockpull), so that the disk stands for itself.",
                context.SystemName, $"has the disk {disk.Target}, which stands on another image");
        }

        if (place.UsedBy.Length > 0)
        {
            yield return Used(context, place);
        }
        else if (place.Exists == true && place.Capacity != disk.Capacity)
        {
            yield return StandardMessages.FileStateUnexpected.Error(
                "Remove it, or make it exactly as large as the source's disk.",
                place.Path,
                $"exists on the host system named {context.DestinationName} with {Text(place.Capacity)} bytes, and the source's has {Text(disk.Capacity)}");
        }
        else if (place.Exists == true)
        {
            yield return StandardMessages.FileWillBeOverwritten.Warning(
                "Make sure that nobody needs what is in it.", place.Path, context.DestinationName);
        }
        else if (!place.CanBeCreated)
        {
            yield return StandardMessages.ResourceUnsatisfied.Error(
                "Define and start a storage pool over the folder of " + place.Path + " at the destination, or put an image of the same size there.",
                context.SystemName, "disk " + disk.Target + " (no storage pool covers " + place.Path + ")", context.DestinationName);
        }
        else if (place.FreeSpace < disk.Capacity)
        {
            yield return StandardMessages.ResourceUnsatisfied.Error(
                "Free space in the storage pool at the destination.",
                context.SystemName,
                "disk " + disk.Target + " (" + Text(disk.Capacity) + " bytes needed, " + Text(place.FreeSpace) + " free)",
                context.DestinationName);
        }
    }

    private static MigrationError Used(MigrationContext context, DiskPlacement place) => StandardMessages.FileStateUnexpected.Error(
        "Give the disk another path, or move the other virtual system's.",
        place.Path, $"is used on the host system named {context.DestinationName} by the virtual system named {place.UsedBy}");

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
