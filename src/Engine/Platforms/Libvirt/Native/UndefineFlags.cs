using System;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>virDomainUndefineFlagsValues.</summary>
[Flags]
internal enum UndefineFlags : uint
{
    None = 0,
    KeepNvram = 1 << 3,
    KeepTpm = 1 << 6,
}
