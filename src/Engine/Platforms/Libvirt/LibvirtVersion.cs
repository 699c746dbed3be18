using System;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Versions as libvirt writes them: 1000000 * major + 1000 * minor + release.</summary>
internal static class LibvirtVersion
{
    internal static Version Parse(ulong number) => new((int)(number / 1_000_000), (int)(number / 1000 % 1000), (int)(number % 1000));
}
