using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Reads the disks of a virtual system at the source.</summary>
internal static class SourceDisks
{
    /// <summary>All that a check needs to know.</summary>
    internal static DiskFacts Read(LibvirtConnection connection, DomainHandle domain, DomainDisk disk)
    {
        var facts = Describe(connection, domain, disk);
        return facts with
        {
            HasBackingImage = facts.HasBackingImage
                || (facts is { IsWritable: true, IsShared: false, Path.Length: > 0 } && disk.Format == "qcow2" && HasBackingImage(connection, facts.Path)),
        };
    }

    /// <summary>What the definition says, and how large it is; looks at nothing else of the host's.</summary>
    internal static DiskFacts Describe(LibvirtConnection connection, DomainHandle domain, DomainDisk disk)
    {
        string path = disk.Type == "volume" ? PathOfVolume(connection, disk) : disk.Path;
        return new DiskFacts
        {
            Target = disk.Target,
            Path = path,
            IsWritable = disk.IsWritable,
            IsShared = disk.IsShared,
            Capacity = path.Length > 0 && !disk.IsShared ? Capacity(domain, disk.Target) : 0,
            Format = disk.Format.Length > 0 ? disk.Format : "raw",
            HasBackingImage = disk.HasBackingImage,
        };
    }

    private static string PathOfVolume(LibvirtConnection connection, DomainDisk disk)
    {
        try
        {
            using var pool = VirStoragePoolLookupByName.Call(connection.Handle, disk.Pool);
            using var volume = VirStorageVolLookupByName.Call(pool, disk.Volume);
            return VirStorageVolGetPath.Call(volume);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoStoragePool or VirErrorCode.NoStorageVol)
        {
            return "";
        }
    }

    // A disk whose file cannot be opened has no size to tell; the check finds that out by what the destination lacks.
    private static ulong Capacity(DomainHandle domain, string target)
    {
        try
        {
            return VirDomainGetBlockInfo.Call(domain, target).Capacity;
        }
        catch (LibvirtException e) when (e.Error.Domain != VirErrorDomain.Rpc)
        {
            return 0;
        }
    }

    // The definition of a virtual system that does not run says nothing about what its images stand on.
    private static bool HasBackingImage(LibvirtConnection connection, string path)
    {
        using var found = StorageVolumes.Find(connection, path);
        return found is not null && StorageVolumes.Describe(found.Volume).HasBackingImage;
    }
}
