using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CsCheck;
using VsMigration.Clock;
using VsMigration.Conformance;
using VsMigration.Profile.Requirements;
using Xunit;

namespace VsMigration.Tests.Conformance.Walker;

public sealed class HostileServerTests
{
    [Fact]
    public async Task Whatever_a_server_answers_there_is_one_result_for_each_requirement() =>
        await Gen.Select(Gen.Int, Gen.Int[1, 40]).SampleAsync(async (seed, oneIn) =>
        {
            var model = new ConformingModel();
            var notes = new List<string>();
            using var server = new HostileServer(model.Server, seed, oneIn);
            var options = new ConformanceOptions { AllowMigration = true, SystemName = "web01", DestinationHost = "host-b", AnswerLimit = 50 };
            var results = await new ConformanceWalker(server, new VirtualClock(DateTimeOffset.UnixEpoch)).RunAsync(options, null, notes.Add, CancellationToken.None);
            Assert.Equal(RequirementCatalog.All.Select(row => row.Id), results.Select(result => result.Id));
            Assert.DoesNotContain(notes, note => note.Contains("a fault of VsMigration", StringComparison.Ordinal));
            Assert.All(results, result => Assert.DoesNotContain(result.Evidence, char.IsControl));
        }, iter: 150, threads: 1);
}
