using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>One virtual system as one host shows it at one moment.</summary>
/// <param name="Exists">Whether the host has it at all.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it is so; its meaning depends on the state.</param>
/// <param name="IsBusy">Whether a job is under way: leaving, or still arriving.</param>
internal sealed record HostView(bool Exists, DomainState State, int Reason, bool IsBusy)
{
    internal static HostView Nothing { get; } = new(Exists: false, DomainState.None, 0, IsBusy: false);

    /// <summary>Whether there is an instance, running or not.</summary>
    internal bool IsInstance => Exists && State is not (DomainState.ShutOff or DomainState.Crashed or DomainState.None);

    internal bool IsRunning => Exists && State is DomainState.Running or DomainState.Blocked;

    /// <summary>Whether post-copy broke off: its memory lies on both hosts.</summary>
    internal bool IsTorn =>
        (State == DomainState.Paused && Reason is PausedReason.PostCopyFailed)
        || (IsRunning && Reason is RunningReason.PostCopyFailed);

    /// <summary>Looks.</summary>
    internal static HostView Look(LibvirtConnection connection, string systemId)
    {
        try
        {
            using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, systemId);
            var (state, reason) = VirDomainGetState.Call(domain);
            return new HostView(Exists: true, state, reason, HasJob(domain));
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.NoDomain)
        {
            return Nothing;
        }
    }

    /// <summary>Whether a job is under way.</summary>
    internal static bool HasJob(DomainHandle domain)
    {
        try
        {
            return VirDomainGetJobStats.Call(domain, JobStatsFlags.None).Type is DomainJobType.Bounded or DomainJobType.Unbounded;
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.OperationUnsupported)
        {
            return true;    // "migration statistics are available only on the source host": it is arriving
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.OperationInvalid or VirErrorCode.OperationFailed or VirErrorCode.NoSupport)
        {
            return false;   // "domain is not running": there is nothing that could have one
        }
    }

    /// <summary>For messages.</summary>
    public override string ToString() => !Exists ? "not there" : IsBusy ? State + ", moving" : State.ToString();
}
