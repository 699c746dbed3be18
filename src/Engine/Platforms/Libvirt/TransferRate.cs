namespace VsMigration.Platforms.Libvirt;

/// <summary>Bandwidth as libvirt counts it: whole MiB/s.</summary>
internal static class TransferRate
{
    private const ulong Mebibyte = 1UL << 20;

    /// <summary>The greatest that libvirt's QEMU driver takes, which is what it begins with (QEMU_DOMAIN_MIG_BANDWIDTH_MAX).</summary>
    private const ulong Unlimited = long.MaxValue / Mebibyte;

    /// <summary>Rounded down, but never to 0, which would be no limit; null = no limit.</summary>
    internal static ulong Mebibytes(ulong? bytesPerSecond) => bytesPerSecond switch
    {
        null => Unlimited,
        < Mebibyte => 1,
        { } rate => rate / Mebibyte,
    };
}
