using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Xml.Linq;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// Pools through which a host's directories can be seen. Where the host has no pool over a directory, a passing one is started for as
/// long as somebody looks: it is never defined, changes no file, and vanishes with the last look.
/// </summary>
internal static class StoragePools
{
    private const string PassingName = "vsmigration-look-";

    private static readonly ConcurrentDictionary<string, Dictionary<string, int>> LooksOfHosts = new(StringComparer.Ordinal);

    /// <summary>The host's own active pool over a directory; null where there is none.</summary>
    internal static StoragePoolHandle? FindOwn(LibvirtConnection connection, string directory)
    {
        var pool = Lookup(connection, directory);
        if (pool is null || IsPassing(pool))
        {
            pool?.Dispose();
            return null;
        }

        return pool;
    }

    /// <summary>A pool over a directory, the host's own or a passing one; null where there is no such directory, or no pools at all.</summary>
    internal static PoolLook? Look(LibvirtConnection connection, string directory)
    {
        var looks = LooksOfHosts.GetOrAdd(connection.HostId, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        lock (looks)
        {
            var pool = Lookup(connection, directory);
            bool isPassing = pool is null || IsPassing(pool);
            pool ??= Start(connection, directory);
            if (pool is null)
            {
                return null;
            }

            if (isPassing)
            {
                looks[directory] = looks.GetValueOrDefault(directory) + 1;
            }

            return new PoolLook(pool, () => EndLook(looks, directory, pool, isPassing));
        }
    }

    /// <summary>Lets a pool look anew. One that something is being written into refuses, and is taken as it is.</summary>
    internal static void Refresh(StoragePoolHandle pool)
    {
        try
        {
            VirStoragePoolRefresh.Call(pool);
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.InternalError && e.Error.Domain == VirErrorDomain.Storage)
        {
            // "pool … has asynchronous jobs running"
        }
    }

    private static void EndLook(Dictionary<string, int> looks, string directory, StoragePoolHandle pool, bool isPassing)
    {
        if (!isPassing)
        {
            return;
        }

        lock (looks)
        {
            if (--looks[directory] > 0)
            {
                return;
            }

            looks.Remove(directory);
            try
            {
                VirStoragePoolDestroy.Call(pool);
            }
            catch (LibvirtException e) when (e.Code is VirErrorCode.NoStoragePool or VirErrorCode.OperationInvalid or VirErrorCode.InternalError)
            {
                // Another process that looked at the same directory was faster, or the host is gone: nothing is left to end.
            }
        }
    }

    private static StoragePoolHandle? Lookup(LibvirtConnection connection, string directory)
    {
        try
        {
            return VirStoragePoolLookupByTargetPath.Call(connection.Handle, directory);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoStoragePool or VirErrorCode.NoSupport)
        {
            return null;
        }
    }

    private static StoragePoolHandle? Start(LibvirtConnection connection, string directory)
    {
        var xml = new XElement("pool",
            new XAttribute("type", "dir"),
            new XElement("name", PassingName + Guid.NewGuid().ToString("N")),
            new XElement("target", new XElement("path", directory)));
        try
        {
            return VirStoragePoolCreateXML.Call(connection.Handle, xml.ToString(SaveOptions.DisableFormatting));
        }
        catch (LibvirtException e) when (e.Error.Domain != VirErrorDomain.Rpc)
        {
            return null;
        }
    }

    /// <summary>Whether it is one that somebody looks through only.</summary>
    internal static bool IsPassing(StoragePoolHandle pool) => VirStoragePoolGetName.Call(pool).StartsWith(PassingName, StringComparison.Ordinal);
}
