using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>libvirt's states in the profile's words. Pure.</summary>
internal static class SystemStates
{
    /// <summary>The state of a virtual system; one that suspended itself into its own memory (pmsuspended) is in none that the profile knows.</summary>
    internal static VirtualSystemState Of(DomainState state, bool hasManagedSave) => state switch
    {
        DomainState.Running or DomainState.Blocked => VirtualSystemState.Active,
        DomainState.Paused => VirtualSystemState.Paused,
        DomainState.Shutdown => VirtualSystemState.ShuttingDown,
        DomainState.ShutOff or DomainState.Crashed => hasManagedSave ? VirtualSystemState.Suspended : VirtualSystemState.Defined,
        _ => VirtualSystemState.Unknown,
    };
}
