using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms;

/// <summary>
/// What a platform can do to the two hosts of one migration. The planner chooses and orders; nothing here decides.
/// Every action can be undone by the one named with it; undoing what was half done or not done at all is harmless.
/// </summary>
/// <remarks>
/// A cancelled action throws <see cref="OperationCanceledException"/> after it has stopped the running thing, not the waiting for it.
/// Actions that undo take no token: they are what cancellation waits for.
/// </remarks>
public interface IMigrationActions : ITransferControl, IDisposable
{
    /// <summary>Creates the targets of the disks that are to be copied, and remembers which it created. Undo: <see cref="DiscardStorageAsync"/>.</summary>
    Task PrepareStorageAsync(CancellationToken cancellationToken);

    /// <summary>Removes the disk targets that this migration created; targets that were there before stay.</summary>
    Task DiscardStorageAsync();

    /// <summary>Copies the disks of a virtual system that does not run, volume by volume. Undo: <see cref="DiscardStorageAsync"/>.</summary>
    [Clause("6.2.1-7")]
    Task CopyVolumesAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken);

    /// <summary>Pauses the virtual system at the source; nothing if it is paused. Undo: <see cref="RestoreSourceAsync"/>.</summary>
    [Clause("6.2.2-6")]
    Task PauseAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Brings a suspended virtual system back from its saved state, paused, so that its instance can be transferred. Undo:
    /// <see cref="RestoreSourceAsync"/>.
    /// </summary>
    Task LoadSavedStateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks the virtual system to shut down and waits within the order's limit; powers it off after that if the order says so.
    /// Undo: <see cref="RestoreSourceAsync"/>.
    /// </summary>
    /// <exception cref="Profile.Methods.MigrationException">Timeout: it was asked, did not, and may still do so.</exception>
    Task ShutDownAsync(CancellationToken cancellationToken);

    /// <summary>Puts the virtual system at the source back into the state it had when the migration was opened: active, paused, suspended or defined.</summary>
    Task RestoreSourceAsync();

    /// <summary>
    /// Moves the instance: memory, devices, disks to be copied, definition. On return the destination has it and the source has given it up.
    /// Progress is reported about four times a second, whether it moves or not (the deadline is looked at then), and once at the end with the final figures. Undo: <see cref="AbandonTransferAsync"/>.
    /// </summary>
    [Clause("6.2.1-7", "6.2.2-9", "6.2.2-10", "6.2.3-8", "6.2.3-10")]
    Task TransferAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken);

    /// <summary>
    /// After a transfer that failed or was cancelled: waits until both hosts have settled, looks at both, removes what is left at the
    /// destination, and puts the source back into the state it had. If the destination has the virtual system after all and the source
    /// has not, it throws InvalidState and touches nothing.
    /// </summary>
    [Clause("6.2.3-9")]
    Task AbandonTransferAsync();

    /// <summary>Defines the virtual system, not running, at the destination. Undo: <see cref="UndefineAtDestinationAsync"/>.</summary>
    [Clause("6.2.1-5", "6.2.1-6")]
    Task DefineAtDestinationAsync(CancellationToken cancellationToken);

    /// <summary>Removes the definition that <see cref="DefineAtDestinationAsync"/> made.</summary>
    Task UndefineAtDestinationAsync();

    /// <summary>Starts the virtual system at the destination. Undo: <see cref="StopAtDestinationAsync"/>.</summary>
    [Clause("6.2.2-8")]
    Task StartAtDestinationAsync(CancellationToken cancellationToken);

    /// <summary>Ends the instance that <see cref="StartAtDestinationAsync"/> started.</summary>
    Task StopAtDestinationAsync();

    /// <summary>Resumes the virtual system at the destination; nothing if it runs.</summary>
    Task ResumeAtDestinationAsync(CancellationToken cancellationToken);

    /// <summary>Saves the state of the virtual system at the destination, so that it is suspended there; nothing if it is.</summary>
    Task SuspendAtDestinationAsync(CancellationToken cancellationToken);

    /// <summary>Gives the destination what the platform does not carry over by itself, such as autostart.</summary>
    Task CarryOverAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Looks at the destination: the virtual system is there, with the same identifier, in the state that this migration leaves it in.
    /// </summary>
    /// <exception cref="Profile.Methods.MigrationException">MigrationFailed: it is not, or not so.</exception>
    [Clause("6.2-1", "7.5.1-2")]
    Task VerifyDestinationAsync(CancellationToken cancellationToken);

    /// <summary>Removes the definition at the source. Only after <see cref="VerifyDestinationAsync"/>; disks are left where they are.</summary>
    [Clause("6.2.1-8")]
    Task ReleaseSourceAsync(CancellationToken cancellationToken);

    /// <summary>Looks at the source: the virtual system is not there any more.</summary>
    /// <exception cref="Profile.Methods.MigrationException">MigrationFailed: it is.</exception>
    Task VerifySourceReleasedAsync(CancellationToken cancellationToken);
}
