namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>virDomainState.</summary>
internal enum DomainState
{
    None = 0,
    Running = 1,
    Blocked = 2,
    Paused = 3,
    Shutdown = 4,
    ShutOff = 5,
    Crashed = 6,
    PmSuspended = 7,
}

/// <summary>virDomainPausedReason, those that a migration leaves.</summary>
internal static class PausedReason
{
    internal const int Migration = 2;
    internal const int PostCopy = 12;
    internal const int PostCopyFailed = 13;
}

/// <summary>virDomainRunningReason, those that a migration leaves.</summary>
internal static class RunningReason
{
    internal const int PostCopy = 10;
    internal const int PostCopyFailed = 11;
}
