using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Conformance;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Server;
using VsMigration.Tests.Platforms.Simulator;
using VsMigration.Tests.Server;
using Xunit;

namespace VsMigration.Tests.Conformance.Walker;

/// <summary>The engine's own CIM server, tested as anybody's.</summary>
public sealed class OwnServerTests
{
    private static readonly ConformanceOptions s_migrate = new() { AllowMigration = true, SystemName = "web01", DestinationHost = "sim-b" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Clause("7-1", "7-2", "7.1-1", "7.1-2", "7.2.1-1", "7.2.1-2", "7.4.2-1", "7.4.2-2", "7.4.2-6", "7.4.2-9", "7.4.2-13", "7.5.1-1",
        "7.6-1", "7.6-2", "8.1.1-2", "8.1.2-2", "8.1.2-3", "8.1.3-2", "8.1.4-2", "8.1.4-4", "10-1", "10.1-1", "10.1-2", "10.1-3", "10.1-4",
        "10.2-1", "10.2-2", "10.2-3", "10.3-1", "10.3-2", "10.3-3", "10.4-1", "10.4-2", "10.4-3", "10.5-1", "10.7-1", "10.8-1", "10.8-2",
        "10.8-3", "10.9-1", "10.9-2", "10.9-3", "10.10-1", "10.11-1", "10.12-1", "10.13-1", "10.14-1", "10.15-1", "10.16-1", "10.16-2",
        "10.17-1", "10.18-1", "10.19-1", "10.20-1", "T17-1", "T17-2", "T17-3", "T17-4", "T17-5", "T17-7", "T17-8", "T17-9", "T17-10",
        "T17-11", "T17-12", "T17-13", "T17-14", "T17-15", "T17-16", "T17-17", "T17-18", "T17-19", "T17-20", "T21-2", "T21-3", "T22-1",
        "T22-2", "T24-1", "T24-2", "T28-1", "T28-2", "T29-1", "T29-2", "T29-3", "T29-4", "T29-5", "T33-5", "T36-4", "T36-6", "T36-7",
        "T36-8", "T36-9")]
    public async Task It_fails_nothing_while_it_migrates_a_virtual_system(bool errorsAsReturnCodes)
    {
        using var estate = new ServerEstate(isVirtual: false);
        var notes = new List<string>();

        var results = await WalkAsync(estate, new CimServerOptions { ErrorsAsReturnCodes = errorsAsReturnCodes }, notes);

        AssertCited(results, nameof(It_fails_nothing_while_it_migrates_a_virtual_system));
        Assert.Contains(notes, note => note.StartsWith("The virtual system 'web01' was migrated to sim-b", StringComparison.Ordinal));
    }

    [Fact]
    [Clause("7.4.2-17", "7.4.5-1", "8.1.3-6", "8.1.4-6", "10.6-1", "10.6-2", "T17-6", "T33-4")]
    public async Task It_fails_nothing_with_the_capabilities_of_Figure_2_even_where_a_migration_fails()
    {
        // At Figure 2's 10 Mbit/s the memory of web01 never converges; its time is virtual here.
        using var estate = new ServerEstate();
        SimulatorXml.Write(Figure2.World()).Save(estate.Hosts.WorldFile);
        var notes = new List<string>();

        var results = await WalkAsync(estate, new CimServerOptions(), notes);

        AssertCited(results, nameof(It_fails_nothing_with_the_capabilities_of_Figure_2_even_where_a_migration_fails));
        Assert.Contains("The virtual system 'web01' was not seen to be migrated; it is still where it was.", notes);
    }

    private static async Task<IReadOnlyList<ConformanceResult>> WalkAsync(ServerEstate estate, CimServerOptions options, List<string> notes)
    {
        using var client = await estate.ConnectAsync(options);
        return await new ConformanceWalker(client).RunAsync(s_migrate, null, notes.Add, CancellationToken.None);
    }

    /// <summary>Nothing fails, and what the test cites was seen to hold: not seen is not enough.</summary>
    private static void AssertCited(IReadOnlyList<ConformanceResult> results, string test)
    {
        Assert.DoesNotContain(results, result => result.Result == ConformanceOutcome.Fail);
        var cited = typeof(OwnServerTests).GetMethod(test)!.GetCustomAttribute<ClauseAttribute>()!.Ids;
        Assert.DoesNotContain(results, result => cited.Contains(result.Id) && result.Result != ConformanceOutcome.Pass);
    }
}
