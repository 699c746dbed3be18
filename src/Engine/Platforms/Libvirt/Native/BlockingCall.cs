using System;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>
/// Runs libvirt calls on a thread of their own: they block, some for hours, and must starve neither the caller nor the thread pool.
/// </summary>
internal static class BlockingCall
{
    /// <summary>Begins the work; a token can only end the waiting for it, by <see cref="Task.WaitAsync(CancellationToken)"/>.</summary>
    internal static Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
}
