using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;

namespace VsMigration.Tests.Jobs;

/// <summary>A transfer that writes down what is changed of it, and refuses where a test says.</summary>
internal sealed class TransferControlLog : ITransferControl
{
    private readonly List<string> _log = new();

    public Func<Exception?> Refusal { get; set; } = () => null;

    public string[] Entries()
    {
        lock (_log)
        {
            return _log.ToArray();
        }
    }

    public Task SetBandwidthAsync(ulong? bytesPerSecond, CancellationToken cancellationToken) => Write("bandwidth " + (bytesPerSecond >> 20));

    public Task SetMaxDowntimeAsync(TimeSpan maxDowntime, CancellationToken cancellationToken) => Write("downtime " + maxDowntime.TotalMilliseconds);

    public Task SwitchToPostCopyAsync(CancellationToken cancellationToken) => Write("post-copy");

    private Task Write(string entry)
    {
        lock (_log)
        {
            _log.Add(entry);
        }

        return Refusal() is { } refusal ? Task.FromException(refusal) : Task.CompletedTask;
    }
}
