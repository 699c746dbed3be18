using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Conformance;
using VsMigration.Profile.Requirements;
using Xunit;
using static VsMigration.Tests.Conformance.Walker.ConformingModel;

namespace VsMigration.Tests.Conformance.Walker;

public sealed class ConformanceWalkerTests
{
    private static readonly ConformanceOptions s_migrate = new() { AllowMigration = true, SystemName = "web01", DestinationHost = "host-b" };
    private readonly ConformingModel _model = new();
    private readonly List<string> _notes = new();

    [Fact]
    public async Task Every_requirement_has_one_result_with_evidence()
    {
        var results = await WalkAsync(new ConformanceOptions());
        Assert.Equal(RequirementCatalog.All.Select(row => row.Id), results.Select(result => result.Id));
        Assert.All(results, result => Assert.NotEmpty(result.Evidence));
    }

    [Fact]
    public async Task A_conforming_server_fails_nothing() =>
        Assert.Empty(Told(await WalkAsync(new ConformanceOptions())));

    [Fact]
    public async Task A_conforming_server_fails_nothing_when_it_migrates()
    {
        var results = await WalkAsync(s_migrate);
        Assert.Empty(Told(results));
        Assert.Contains("MigrateVirtualSystemToSystem", _model.Server.Called);
        Assert.All(
            new[] { "9.2.1-4", "9.2.1-7", "9.2.1-10", "10.1-3", "10.9-2", "T18-4", "T20-1", "T25-3", "T28-4", "T36-14", "7.5.1-3", "7.5.3-2", "7.3.2-2", "6.2-1" },
            id => Assert.Equal(ConformanceOutcome.Pass, Of(results, id).Result));
        Assert.Contains(_notes, note => note.Contains("host-b:web", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_migrated_that_was_not_allowed()
    {
        var results = await WalkAsync(s_migrate with { AllowMigration = false });
        Assert.DoesNotContain(_model.Server.Called, method => method.StartsWith("Migrate", StringComparison.Ordinal));
        Assert.Equal(ConformanceOutcome.NotTested, Of(results, "9.2.1-4").Result);
    }

    [Fact]
    public async Task Nothing_is_migrated_that_was_not_named()
    {
        await WalkAsync(s_migrate with { SystemName = "" });
        await WalkAsync(s_migrate with { SystemName = "nobody" });
        Assert.DoesNotContain(_model.Server.Called, method => method.StartsWith("Migrate", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Defects { get; } = new()
    {
        { "no CIM_ServiceAffectsElement", "10.11-1" },
        { "no CIM_ElementCapabilities", "7.2.1-2" },
        { "no CIM_HostedService", "10.7-1" },
        { "no CIM_SettingsDefineCapabilities", "7.4.1-1" },
        { "no CIM_RegisteredProfile", "T27-2" },
        { "no CIM_VirtualSystemMigrationService", "7.1-1" },
        { "version 0.8.1", "T27-3" },
        { "name with Profile", "T27-2" },
        { "organisation 1", "T27-1" },
        { "ValueRole 3 of the default", "7.4.1-3" },
        { "ValueRole 2", "7.4.2-5" },
        { "ValueRange 7", "T29-5" },
        { "PropertyPolicy 1 of the default", "7.4.1-2" },
        { "two maximums", "7.4.2-15" },
        { "an increment without a minimum", "7.4.2-20" },
        { "no default MigrationType", "7.4.3-1" },
        { "no BandwidthUnit", "7.4.6-1" },
        { "4 in the asynchronous array", "8.1.3-2" },
        { "4 twice", "7.2.2-6" },
        { "5 and no such method", "7.2.2-5" },
        { "a method that is not advertised", "7.2.2-6" },
        { "formats missing", "T30-4" },
        { "two services of a system", "9.1.1-2" },
        { "ElementEffects 2", "T28-3" },
        { "arrays swapped", "7.5.4-1" },
        { "descriptions missing", "7.5.3-1" },
        { "check answers 4096", "8.1.3-3" },
        { "check answers 77", "8.1.3-5" },
        { "check without IsMigratable", "T6-6" },
        { "check takes any system", "T6-1" },
        { "check takes any host", "T6-2" },
        { "check refuses settings", "7.3-1" },
        { "check ignores the type", "7.3.1-1" },
        { "a message unlike its template", "T7-1" },
        { "errors without MessageID", "T23-1" },
        { "GetInstance missing", "8.2-1" },
        { "Associators missing", "8.2-2" },
        { "AssociatorNames empty", "8.2.13-2" },
        { "References missing", "8.2.5-2" },
        { "ReferenceNames in any role", "8.2-9" },
        { "EnumerateInstanceNames of fewer", "8.2-9" },
        { "a wrong key finds something", "8.2-9" },
        { "a class declares text for a number", "7-2" },
        { "a class without a key", "10-2" },
        { "a method of other parameters", "8-1" },
        { "CQL in WQL", "T17-17" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_defect_fails_the_requirement_that_it_breaks(string defect, string id)
    {
        new Defect(_model).Do(defect);
        Assert.Contains(id, Failed(await WalkAsync(new ConformanceOptions { DestinationHost = "host-b" })));
    }

    public static TheoryData<string, string> JobDefects { get; } = new()
    {
        { "no CIM_OwningJobElement", "10.9-2" },
        { "no CIM_AffectedJobElement", "10.1-2" },
        { "no CIM_AssociatedJobMethodResult", "10.2-2" },
        { "no CIM_MethodResult", "10.8-1" },
        { "effects described otherwise", "T18-4" },
        { "no target", "10.1-3" },
        { "no TimeOfLastStateChange", "T20-2" },
        { "a job that goes back", "T20-1" },
        { "Completed with an error", "T20-1" },
        { "fails without GetError", "9.2.1-11" },
        { "PreCall false", "T36-14" },
        { "another identity at the target", "7.5.1-3" },
        { "4096 without a job", "T4-7" },
        { "NewComputerSystem with 4096", "T4-6" },
        { "synchronous and not advertised", "7.2.2-6" },
        { "AssignedSequence is another priority", "7.3.2-2" },
    };

    [Theory]
    [MemberData(nameof(JobDefects))]
    public async Task A_defect_of_a_migration_fails_the_requirement_that_it_breaks(string defect, string id)
    {
        new Defect(_model).DoInJob(defect);
        Assert.Contains(id, Failed(await WalkAsync(s_migrate)));
    }

    [Fact]
    public async Task A_server_like_libvirt_cim_is_walked_to_its_end()
    {
        new Defect(_model).LikeLibvirtCim();
        var results = await WalkAsync(s_migrate);
        Assert.Empty(new[] { "T27-3", "10.11-1", "T17-11", "10.9-1", "T20-1", "T30-3" }.Except(Failed(results), StringComparer.Ordinal));
        Assert.All(new[] { "6.1-1", "7.1-1", "7.2.1-2", "10.7-1", "7.4.1-1" }, id => Assert.Equal(ConformanceOutcome.Pass, Of(results, id).Result));
        Assert.Contains("0.8.1", Of(results, "T27-3").Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_inheritance_is_told_so_and_looked_at_all_the_same()
    {
        _model.Server.HasInheritance = false;
        var results = await WalkAsync(new ConformanceOptions { Namespace = Space });
        Assert.Equal(ConformanceOutcome.Fail, Of(results, "6.1-1").Result);
        Assert.Equal(ConformanceOutcome.Pass, Of(results, "7.1-1").Result);
    }

    [Fact]
    public async Task Without_asynchronous_methods_the_rows_about_jobs_do_not_apply()
    {
        _model.Server.Set("CIM_VirtualSystemMigrationCapabilities", Numbers("AsynchronousMethodsSupported"));
        _model.Server.Set("CIM_VirtualSystemMigrationCapabilities", Numbers("SynchronousMethodsSupported", 2, 3, 4, 5));
        var results = await WalkAsync(new ConformanceOptions());
        Assert.Empty(Told(results));
        Assert.All(new[] { "10.1-1", "T18-3", "8.2.8-1", "T14-1" }, id => Assert.Equal(ConformanceOutcome.NotApplicable, Of(results, id).Result));
    }

    [Fact]
    public async Task A_server_that_answers_no_more_ends_the_test_and_what_was_seen_stays()
    {
        _model.Server.AnswersLeft = 12;
        var results = await WalkAsync(new ConformanceOptions { CallTimeLimit = TimeSpan.FromSeconds(1) });
        Assert.Equal(RequirementCatalog.All.Count, results.Count);
        Assert.Equal(ConformanceOutcome.Pass, Of(results, "T27-1").Result);
        Assert.Equal("The server left 3 calls in a row unanswered before this was looked at.", Of(results, "9.1.3-2").Evidence);
    }

    [Fact]
    public async Task A_job_that_does_not_end_in_time_is_stopped()
    {
        _model.States.Clear();
        var results = await WalkAsync(s_migrate with { TimeLimit = TimeSpan.FromMinutes(3) });
        Assert.Contains("RequestStateChange", _model.Server.Called);
        Assert.Contains(_notes, note => note.Contains("was asked to stop", StringComparison.Ordinal));
        Assert.NotEqual(ConformanceOutcome.Pass, Of(results, "9.2.1-7").Result);
    }

    [Fact]
    public async Task A_cancelled_test_stops_the_job_that_it_began_and_waits_for_it()
    {
        using var stop = new CancellationTokenSource();
        _model.States.Clear();
        var proceed = _model.Server.OnOperation;
        _model.Server.OnOperation = (operation, className) =>
        {
            if (operation == "GetInstance" && className == "VSM_MigrationJob")
            {
                stop.Cancel();
            }

            proceed(operation, className);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WalkAsync(s_migrate, stop.Token));
        Assert.Contains("RequestStateChange", _model.Server.Called);
        Assert.Equal((ushort)8, _model.Server.Instances.Single(instance => instance.ClassName == "VSM_MigrationJob")["JobState"]);
        Assert.Contains(_notes, note => note.Contains("was asked to stop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_without_end_is_read_to_a_bound()
    {
        var options = new ConformanceOptions { AnswerLimit = 3 };
        Assert.Contains(await WalkAsync(options), result => result.Evidence.Contains("more than 3 objects", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_server_says_drives_no_terminal()
    {
        _model.Server.Set("CIM_RegisteredProfile", Text("RegisteredVersion", "\u001b[2J" + new string('x', 100_000)));
        var results = await WalkAsync(new ConformanceOptions());
        Assert.All(results, result => Assert.DoesNotContain(result.Evidence, char.IsControl));
        Assert.All(results, result => Assert.True(result.Evidence.Length < 3000));
    }

    [Fact]
    public async Task The_summary_counts_by_level_and_judges_by_what_binds()
    {
        var good = ConformanceSummary.Of(await WalkAsync(s_migrate));
        Assert.NotEqual(ConformanceOutcome.Fail, good.Verdict);
        Assert.Empty(good.Failures);
        Assert.Equal(RequirementCatalog.All.Count, good.Levels.Sum(level => level.Pass + level.Fail + level.NotApplicable + level.NotTested));

        var other = new ConformingModel();
        new Defect(other).Do("no CIM_HostedService");
        var bad = ConformanceSummary.Of(await new ConformanceWalker(other.Server).RunAsync(new ConformanceOptions(), null, null, CancellationToken.None));
        Assert.Equal(ConformanceOutcome.Fail, bad.Verdict);
        Assert.Contains(bad.Failures, failure => failure.Id == "10.7-1");
    }

    private static List<string> Failed(IEnumerable<ConformanceResult> results) =>
        results.Where(result => result.Result == ConformanceOutcome.Fail).Select(result => result.Id).ToList();

    private static List<ConformanceResult> Told(IEnumerable<ConformanceResult> results) =>
        results.Where(result => result.Result == ConformanceOutcome.Fail).ToList();

    private static ConformanceResult Of(IEnumerable<ConformanceResult> results, string id) => results.Single(result => result.Id == id);

    private async Task<IReadOnlyList<ConformanceResult>> WalkAsync(ConformanceOptions options, CancellationToken cancellationToken = default)
    {
        var results = await new ConformanceWalker(_model.Server, new VirtualClock(DateTimeOffset.UnixEpoch)).RunAsync(options, null, _notes.Add, cancellationToken);
        Assert.DoesNotContain(_notes, note => note.Contains("a fault of VsMigration", StringComparison.Ordinal));
        return results;
    }
}
