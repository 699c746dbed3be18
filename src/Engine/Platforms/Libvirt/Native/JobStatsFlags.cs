using System;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>virDomainGetJobStatsFlags.</summary>
[Flags]
internal enum JobStatsFlags : uint
{
    None = 0,

    /// <summary>The last job that ended; reading it clears it.</summary>
    Completed = 1 << 0,
}
