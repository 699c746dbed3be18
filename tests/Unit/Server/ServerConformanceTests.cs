using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Conformance;
using VsMigration.Server;
using Xunit;

namespace VsMigration.Tests.Server;

/// <summary>Our server under our own test of other people's servers: nothing may fail, with either form of failure.</summary>
public sealed class ServerConformanceTests : IDisposable
{
    private readonly ServerEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Our_server_conforms(bool errorsAsReturnCodes)
    {
        var client = await _estate.ConnectAsync(new CimServerOptions { ErrorsAsReturnCodes = errorsAsReturnCodes });
        var notes = new List<string>();

        var results = await new ConformanceWalker(client).RunAsync(
            new ConformanceOptions { AllowMigration = true, SystemName = "web01", DestinationHost = "sim-b" }, null, notes.Add, CancellationToken.None);

        var failed = results.Where(result => result.Result == ConformanceOutcome.Fail).Select(result => result.ToString()).ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.DoesNotContain(notes, note => note.Contains("fault of VsMigration", StringComparison.Ordinal));
        Assert.True(results.Count(result => result.Result == ConformanceOutcome.Pass) > 200, $"{results.Count(result => result.Result == ConformanceOutcome.Pass)} passed");
    }
}
