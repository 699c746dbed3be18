using System;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Platforms;

/// <summary>What can be changed of a transfer before it begins and while it is under way. After its end nothing here does anything.</summary>
public interface ITransferControl
{
    /// <summary>Limits the bandwidth. Asked for before the transfer, it holds from its beginning.</summary>
    /// <param name="bytesPerSecond">The limit; null = none. A platform rounds down to its own step, but never to 0.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task SetBandwidthAsync(ulong? bytesPerSecond, CancellationToken cancellationToken);

    /// <summary>Sets how long the guest may stand still at the end. Asked for before the transfer, it holds from its beginning.</summary>
    /// <param name="maxDowntime">More than zero; a platform rounds to milliseconds.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task SetMaxDowntimeAsync(TimeSpan maxDowntime, CancellationToken cancellationToken);

    /// <summary>During a transfer: lets the virtual system run on at the destination at once (post-copy).</summary>
    /// <exception cref="Profile.Methods.MigrationException">InvalidState: no transfer is under way, or this one cannot.</exception>
    Task SwitchToPostCopyAsync(CancellationToken cancellationToken);
}
