using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;

namespace VsMigration.Tests.Service;

/// <summary>Actions that only write down that they were called; a test puts its own behaviour in where it needs some.</summary>
internal sealed class RecordingActions : IMigrationActions
{
    public List<string> Calls { get; } = new();

    public string FailAt { get; init; } = "";

    public Func<IProgress<MigrationProgress>, CancellationToken, Task> Transfer { get; init; } = (_, _) => Task.CompletedTask;

    public Func<Task> Switch { get; init; } = () => Task.CompletedTask;

    public Task PrepareStorageAsync(CancellationToken cancellationToken) => Call("PrepareStorage");

    public Task DiscardStorageAsync() => Call("DiscardStorage");

    public Task CopyVolumesAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken) => Call("CopyVolumes");

    public Task PauseAsync(CancellationToken cancellationToken) => Call("Pause");

    public Task LoadSavedStateAsync(CancellationToken cancellationToken) => Call("LoadSavedState");

    public Task ShutDownAsync(CancellationToken cancellationToken) => Call("ShutDown");

    public Task RestoreSourceAsync() => Call("RestoreSource");

    public async Task TransferAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        await Call("Transfer");
        await Transfer(progress, cancellationToken);
    }

    public Task AbandonTransferAsync() => Call("AbandonTransfer");

    public Task SetBandwidthAsync(ulong? bytesPerSecond, CancellationToken cancellationToken) => Call("SetBandwidth");

    public Task SetMaxDowntimeAsync(TimeSpan maxDowntime, CancellationToken cancellationToken) => Call("SetMaxDowntime");

    public async Task SwitchToPostCopyAsync(CancellationToken cancellationToken)
    {
        await Call("SwitchToPostCopy");
        await Switch();
    }

    public Task DefineAtDestinationAsync(CancellationToken cancellationToken) => Call("DefineAtDestination");

    public Task UndefineAtDestinationAsync() => Call("UndefineAtDestination");

    public Task StartAtDestinationAsync(CancellationToken cancellationToken) => Call("StartAtDestination");

    public Task StopAtDestinationAsync() => Call("StopAtDestination");

    public Task ResumeAtDestinationAsync(CancellationToken cancellationToken) => Call("ResumeAtDestination");

    public Task SuspendAtDestinationAsync(CancellationToken cancellationToken) => Call("SuspendAtDestination");

    public Task CarryOverAsync(CancellationToken cancellationToken) => Call("CarryOver");

    public Task VerifyDestinationAsync(CancellationToken cancellationToken) => Call("VerifyDestination");

    public Task ReleaseSourceAsync(CancellationToken cancellationToken) => Call("ReleaseSource");

    public Task VerifySourceReleasedAsync(CancellationToken cancellationToken) => Call("VerifySource");

    public void Dispose() => Calls.Add("Dispose");

    private Task Call(string name)
    {
        lock (Calls)
        {
            Calls.Add(name);
        }

        return name == FailAt ? Task.FromException(new InvalidOperationException(name + " fails")) : Task.CompletedTask;
    }
}
