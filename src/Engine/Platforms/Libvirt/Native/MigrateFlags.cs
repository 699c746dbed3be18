using System;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>virDomainMigrateFlags.</summary>
[Flags]
internal enum MigrateFlags : uint
{
    None = 0,
    Live = 1 << 0,
    PeerToPeer = 1 << 1,
    Tunnelled = 1 << 2,
    PersistDestination = 1 << 3,
    UndefineSource = 1 << 4,
    NonSharedDisk = 1 << 6,
    Unsafe = 1 << 9,
    Offline = 1 << 10,
    Compressed = 1 << 11,
    AbortOnError = 1 << 12,
    AutoConverge = 1 << 13,
    PostCopy = 1 << 15,
    Tls = 1 << 16,
    Parallel = 1 << 17,
}
