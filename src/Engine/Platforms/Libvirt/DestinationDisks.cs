using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Reads what a destination has at the paths of a virtual system's disks.</summary>
internal static class DestinationDisks
{
    internal static IReadOnlyList<DiskPlacement> Read(LibvirtConnection connection, SourceFacts source)
    {
        var users = new Lazy<IReadOnlyDictionary<string, string>>(() => UsersOfFiles(connection, source.System.Id));
        return source.Disks.Select(disk => Read(connection, disk, users)).ToList();
    }

    private static DiskPlacement Read(LibvirtConnection connection, DiskFacts disk, Lazy<IReadOnlyDictionary<string, string>> users)
    {
        if (disk.IsShared || disk.Path.Length == 0)
        {
            return new DiskPlacement { Path = disk.Path, IsSame = true, Exists = true };
        }

        using var found = StorageVolumes.Find(connection, disk.Path);
        if (found is not null)
        {
            return new DiskPlacement
            {
                Path = disk.Path,
                Exists = true,
                Capacity = found.Capacity,
                UsedBy = disk.IsWritable ? users.Value.GetValueOrDefault(disk.Path, "") : "",
            };
        }

        using var pool = StoragePools.FindOwn(connection, StorageVolumes.Directory(disk.Path));
        return pool is null
            ? new DiskPlacement { Path = disk.Path, Exists = StorageVolumes.CanLookFor(connection, disk.Path) ? false : null }
            : new DiskPlacement { Path = disk.Path, Exists = false, CanBeCreated = true, FreeSpace = VirStoragePoolGetInfo.Call(pool).Available };
    }

    // Which other virtual system uses which file.
    private static Dictionary<string, string> UsersOfFiles(LibvirtConnection connection, string systemId)
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var domain in VirConnectListAllDomains.Call(connection.Handle))
        {
            using (domain)
            {
                try
                {
                    var definition = DomainDefinition.Parse(VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.None));
                    foreach (var disk in definition.Disks.Where(disk => definition.Uuid != systemId && disk.Path.Length > 0))
                    {
                        users[disk.Path] = definition.Name;
                    }
                }
                catch (LibvirtException e) when (e.Code == VirErrorCode.NoDomain)
                {
                    // It went away between the list and the look.
                }
            }
        }

        return users;
    }
}
