using System;
using System.Globalization;
using System.Xml.Linq;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Xml;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Files and devices of a host, seen as volumes.</summary>
internal static class StorageVolumes
{
    // How often a pool of another process may vanish while it is looked through.
    private const int Attempts = 5;

    /// <summary>What stands at a path; null where there is nothing, or nothing that pools can show.</summary>
    /// <remarks>What a pool remembers may be stale either way: what it shows is looked at, what it does not show is looked for.</remarks>
    internal static VolumeLook? Find(LibvirtConnection connection, string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return FindKnown(connection, path) ?? FindByLooking(connection, path);
            }
            catch (LibvirtException e) when (e.Error.Domain == VirErrorDomain.Storage && attempt < Attempts)
            {
                // "storage pool … is not active": another process has ended its look at the same directory.
            }
        }
    }

    /// <summary>Whether what <see cref="Find"/> does not see is not there: the host shows what is in the directory.</summary>
    internal static bool CanLookFor(LibvirtConnection connection, string path)
    {
        using var look = IsDevice(path) ? null : StoragePools.Look(connection, Directory(path));
        return look is not null;
    }

    /// <summary>What a volume's XML says.</summary>
    internal static (ulong Capacity, string Format, bool HasBackingImage) Describe(StorageVolumeHandle volume) =>
        Parse(VirStorageVolGetXMLDesc.Call(volume));

    /// <summary>Reads a volume's XML (libvirt's formatstorage). Pure.</summary>
    internal static (ulong Capacity, string Format, bool HasBackingImage) Parse(string xml)
    {
        var volume = BoundedXml.Parse(xml).Root!;
        return (
            ulong.TryParse(volume.Element("capacity")?.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong capacity) ? capacity : 0,
            DomainDefinition.Attribute(volume.Element("target")?.Element("format"), "type"),
            volume.Element("backingStore")?.Element("path")?.Value.Trim().Length > 0);
    }

    /// <summary>The XML of a volume to be created. Pure.</summary>
    internal static string Xml(string name, ulong capacity, string format) => new XElement("volume",
        new XElement("name", name),
        new XElement("capacity", new XAttribute("unit", "bytes"), capacity),
        new XElement("allocation", new XAttribute("unit", "bytes"), 0),
        new XElement("target", new XElement("format", new XAttribute("type", format)))).ToString(SaveOptions.DisableFormatting);

    /// <summary>The directory of a path of the host's, whatever this machine's own paths look like.</summary>
    internal static string Directory(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    /// <summary>The name of a path of the host's within its directory.</summary>
    internal static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    // A passing pool over /dev would open every device there.
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);

    // Through one of the host's own pools; a passing one may be gone at the next moment.
    private static VolumeLook? FindKnown(LibvirtConnection connection, string path)
    {
        if (Lookup(connection, path) is not { } known)
        {
            return null;
        }

        using (var pool = VirStoragePoolLookupByVolume.Call(connection.Handle, known))
        {
            if (!StoragePools.IsPassing(pool) && Capacity(known) is { } capacity)
            {
                return new VolumeLook(known, capacity, pool: null);
            }
        }

        known.Dispose();
        return null;
    }

    private static VolumeLook? FindByLooking(LibvirtConnection connection, string path)
    {
        if (IsDevice(path) || Directory(path) is not { Length: > 0 } directory || StoragePools.Look(connection, directory) is not { } look)
        {
            return null;
        }

        StoragePools.Refresh(look.Pool);
        if (Lookup(connection, path) is { } found)
        {
            if (Capacity(found) is { } capacity)
            {
                return new VolumeLook(found, capacity, look);
            }

            found.Dispose();
        }

        look.Dispose();
        return null;
    }

    private static StorageVolumeHandle? Lookup(LibvirtConnection connection, string path)
    {
        try
        {
            return VirStorageVolLookupByPath.Call(connection.Handle, path);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoStorageVol or VirErrorCode.NoSupport)
        {
            return null;
        }
    }

    // Looks at the volume itself; null where only the pool still knows it.
    private static ulong? Capacity(StorageVolumeHandle volume)
    {
        try
        {
            return VirStorageVolGetInfo.Call(volume).Capacity;
        }
        catch (LibvirtException e) when (e.Error.Domain != VirErrorDomain.Rpc && e.Code != VirErrorCode.OperationInvalid)
        {
            return null;
        }
    }
}
