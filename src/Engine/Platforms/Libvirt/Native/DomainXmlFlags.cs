using System;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>virDomainXMLFlags.</summary>
[Flags]
internal enum DomainXmlFlags : uint
{
    None = 0,
    Secure = 1 << 0,
    Inactive = 1 << 1,
    Migratable = 1 << 3,
}
