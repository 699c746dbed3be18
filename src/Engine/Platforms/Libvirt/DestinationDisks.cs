using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Reads what a destination has at the paths of a virtual system's disks.</summary>
internal static class DestinationDisks
{
    internal static IReadOnlyList<DiskPlacement> Read(LibvirtConnection connection, SourceFacts source, DefinitionChange change)
    {
        var users = Users(connection, source);
        return source.Disks
            .Select(disk => disk.IsShared || disk.Path.Length == 0
                ? new DiskPlacement { Path = disk.Path, IsSame = true, Exists = true }
                : Read(connection, change.PathOf(disk), disk.IsWritable, users))
            .ToList();
    }

    /// <summary>What is there of disks that come new.</summary>
    internal static IReadOnlyList<DiskPlacement> ReadNew(LibvirtConnection connection, SourceFacts source, DefinitionChange change)
    {
        var users = Users(connection, source);
        return change.NewDisks.Select(disk => Read(connection, disk.Path, isWritable: true, users)).ToList();
    }

    private static Lazy<IReadOnlyDictionary<string, string>> Users(LibvirtConnection connection, SourceFacts source) =>
        new(() => UsersOfFiles(connection, source.System.Id));

    private static DiskPlacement Read(LibvirtConnection connection, string path, bool isWritable, Lazy<IReadOnlyDictionary<string, string>> users)
    {
        using var found = StorageVolumes.Find(connection, path);
        if (found is not null)
        {
            return new DiskPlacement
            {
                Path = path,
                Exists = true,
                Capacity = found.Capacity,
                Format = StorageVolumes.Describe(found.Volume).Format,
                UsedBy = isWritable ? users.Value.GetValueOrDefault(path, "") : "",
            };
        }

        using var pool = StoragePools.FindOwn(connection, StorageVolumes.Directory(path));
        return pool is null
            ? new DiskPlacement { Path = path, Exists = StorageVolumes.CanLookFor(connection, path) ? false : null }
            : new DiskPlacement { Path = path, Exists = false, CanBeCreated = true, FreeSpace = VirStoragePoolGetInfo.Call(pool).Available };
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
