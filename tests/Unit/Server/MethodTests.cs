using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Server;
using VsMigration.Tests.Service;
using Xunit;
using static VsMigration.Tests.Server.CimClientExtensions;

namespace VsMigration.Tests.Server;

/// <summary>The four methods of clause 8.1, and CheckMigration: parameters, return codes and errors.</summary>
public sealed class MethodTests : IDisposable
{
    private static readonly CancellationToken s_never = CancellationToken.None;
    private static readonly CimServerOptions s_codes = new() { ErrorsAsReturnCodes = true };
    private readonly ServerEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("8.1.1-1", "8.1.1-4", "T2-6", "T31-5")]
    public async Task Migrate_to_host_starts_a_job()
    {
        var client = await _estate.ConnectAsync();
        var answer = await client.ToHostAsync("MigrateVirtualSystemToHost", "web01", "sim-b");
        Assert.Equal(4096u, answer.ReturnValue);
        Assert.Equal(new[] { "Job" }, answer.OutParameters.Select(parameter => parameter.Name));
        var job = await client.FollowAsync((CimObjectPath)answer["Job"]!);
        Assert.Equal((ushort)7, job["JobState"]);
        Assert.NotNull(await _estate.Hosts.FindAsync("sim-b", "web01"));
    }

    [Fact]
    [Clause("8.1.1-4", "T2-6")]
    public async Task Migrate_to_host_completes_at_once_where_only_a_definition_moves()
    {
        await _estate.ShutDownAsync("web01");
        var answer = await (await _estate.ConnectAsync()).ToHostAsync("MigrateVirtualSystemToHost", "web01", "sim-b");
        Assert.Equal(0u, answer.ReturnValue);
        Assert.Null(answer["Job"]);
        Assert.NotNull(await _estate.Hosts.FindAsync("sim-b", "web01"));
    }

    [Fact]
    [Clause("8.1.2-1", "8.1.2-4", "T4-2", "T4-6", "T4-7", "T31-6")]
    public async Task Migrate_to_system_completes_at_once_where_only_a_definition_moves()
    {
        await _estate.ShutDownAsync("web01");
        var client = await _estate.ConnectAsync();
        var answer = await client.ToSystemAsync("MigrateVirtualSystemToSystem", "web01", "sim-b");
        Assert.Equal(0u, answer.ReturnValue);
        Assert.Null(answer["Job"]);
        Assert.Equal("web01", (await client.GetInstanceAsync((CimObjectPath)answer["NewComputerSystem"]!, null, s_never))["ElementName"]);
    }

    [Theory]
    [InlineData("CheckVirtualSystemIsMigratableToHost")]
    [InlineData("CheckVirtualSystemIsMigratableToSystem")]
    [Clause("8.1.3-1", "8.1.3-3", "8.1.3-5", "8.1.4-1", "8.1.4-3", "8.1.4-5", "T6-6", "T8-2", "T8-6", "T31-7", "T31-8")]
    public async Task A_check_answers_yes_or_no_and_starts_nothing(string method)
    {
        var client = await _estate.ConnectAsync();
        foreach (var (system, migratable) in new[] { ("web01", true), ("gpu01", false) })
        {
            var answer = method.EndsWith("Host", StringComparison.Ordinal)
                ? await client.ToHostAsync(method, system, "sim-b")
                : await client.ToSystemAsync(method, system, "sim-b");
            Assert.Equal(0u, answer.ReturnValue);
            Assert.Equal(migratable, answer["IsMigratable"]);
        }

        Assert.Empty(await client.EnumerateInstanceNamesAsync(ServerEstate.Migration, "CIM_ConcreteJob", s_never));
        Assert.NotNull(await _estate.Hosts.FindAsync("sim-a", "web01"));
    }

    [Fact]
    public async Task CheckMigration_says_why()
    {
        var client = await _estate.ConnectAsync();
        var answer = await client.ToHostAsync("CheckMigration", "gpu01", "sim-b");

        Assert.Equal(0u, answer.ReturnValue);
        Assert.Equal(false, answer["IsMigratable"]);
        var findings = ((object?[])answer["Findings"]!).Cast<CimInstance>().ToList();
        Assert.True(findings.Count >= 5, $"{findings.Count}");
        Assert.All(findings, finding => Assert.Equal("CIM_Error", finding.ClassName));
        Assert.Contains(findings, finding => (string?)finding["MessageID"] == "SVPC8030");
        var host = findings.First(finding => (string?)finding["MessageID"] == "SVPC8030");
        Assert.Equal((await client.HostAsync("sim-b")).ToString(), host["ErrorSource"]);
    }

    [Theory]
    [InlineData("CheckVirtualSystemIsMigratableToHost")]
    [InlineData("MigrateVirtualSystemToHost")]
    [Clause("8.1.1-3", "8.1.1-4", "8.1.3-4", "8.1.3-5", "T7-2")]
    public async Task A_wrong_state_is_5_without_a_result_or_an_error_that_says_more(string method)
    {
        var restart = new MigrationSetting { MigrationType = MigrationType.Restart };
        var plain = await (await _estate.ConnectAsync(s_codes)).ToHostAsync(method, "cache01", "sim-b", restart);
        Assert.Equal(5u, plain.ReturnValue);
        Assert.Empty(plain.OutParameters);

        var client = await _estate.ConnectAsync();
        var error = await Assert.ThrowsAsync<CimException>(() => client.ToHostAsync(method, "cache01", "sim-b", restart));
        Assert.Equal(CimStatus.Failed, error.Status);
        Assert.Equal("SVPC0004", error.Errors[0]["MessageID"]);
        Assert.Equal((await client.SystemAsync("cache01")).Path!.ToString(), error.Errors[0]["ErrorSource"]);
    }

    [Theory]
    [InlineData("MigrateVirtualSystemToHost", "10.0.0.300")]
    [InlineData("MigrateVirtualSystemToHost", "simulator:?host=sim-b")]
    [InlineData("CheckVirtualSystemIsMigratableToHost", "sim b")]
    [InlineData("CheckMigration", "")]
    [Clause("T2-2", "T6-2", "T3-15")]
    public async Task A_destination_in_no_known_form_is_4(string method, string host)
    {
        Assert.Equal(4u, (await (await _estate.ConnectAsync(s_codes)).ToHostAsync(method, "web01", host)).ReturnValue);
        var client = await _estate.ConnectAsync();
        var error = await Assert.ThrowsAsync<CimException>(() => client.ToHostAsync(method, "web01", host));
        Assert.Equal((CimStatus.InvalidParameter, "SVPC8040"), (error.Status, error.Errors[0]["MessageID"]));
        Assert.Equal(new object?[] { method, "DestinationHost", "0" }, ((object?[])error.Errors[0]["MessageArguments"]!).Take(3));
    }

    [Fact]
    [Clause("T4-2")]
    public async Task A_destination_system_that_is_no_known_host_is_4()
    {
        var client = await _estate.ConnectAsync(s_codes);
        var host = await client.HostAsync("sim-b");
        var nowhere = new CimObjectPath(host.ClassName, host.Keys.Select(key => key.Name == "Name" ? key.With("nowhere") : key), host.Namespace);
        foreach (var path in new[] { nowhere, (await client.SystemAsync("web01")).Path! })
        {
            var answer = await client.CallAsync(
                "MigrateVirtualSystemToSystem", Reference("ComputerSystem", (await client.SystemAsync("web01")).Path), Reference("DestinationSystem", path));
            Assert.Equal(4u, answer.ReturnValue);
        }
    }

    [Fact]
    [Clause("T3-1", "T5-1", "8.1.1-5", "8.1.2-5")]
    public async Task A_virtual_system_that_is_not_there_is_6_or_not_found()
    {
        var web = (await (await _estate.ConnectAsync()).SystemAsync("web01")).Path!;
        var gone = new CimObjectPath(web.ClassName, web.Keys.Select(key => key.Name == "Name" ? key.With("none@sim-a") : key), web.Namespace);
        foreach (string method in new[] { "MigrateVirtualSystemToHost", "CheckVirtualSystemIsMigratableToHost" })
        {
            CimProperty[] parameters = { Reference("ComputerSystem", gone), Text("DestinationHost", "sim-b") };
            Assert.Equal(6u, (await (await _estate.ConnectAsync(s_codes)).CallAsync(method, parameters)).ReturnValue);
            var client = await _estate.ConnectAsync();
            var error = await Assert.ThrowsAsync<CimException>(() => client.CallAsync(method, parameters));
            Assert.Equal((CimStatus.NotFound, "SVPC0003"), (error.Status, error.Errors[0]["MessageID"]));
        }
    }

    [Fact]
    [Clause("8.1.3-5")]
    public async Task A_target_host_that_cannot_be_asked_leaves_a_check_without_a_result()
    {
        _estate.Hosts.Registry.Hosts.Add(SimulatedEstate.Nowhere());
        var client = await _estate.ConnectAsync(s_codes);
        var plain = await client.ToHostAsync("CheckVirtualSystemIsMigratableToHost", "web01", "nowhere");
        Assert.Equal(5u, plain.ReturnValue);
        Assert.Null(plain["IsMigratable"]);

        var explained = await client.ToHostAsync("CheckMigration", "web01", "nowhere");
        Assert.Equal((0u, false), (explained.ReturnValue, explained["IsMigratable"]));
    }

    [Fact]
    [Clause("8.1.1-4")]
    public async Task A_second_migration_of_the_same_system_is_5()
    {
        var client = await _estate.ConnectAsync(s_codes);
        var first = await client.ToHostAsync("MigrateVirtualSystemToHost", "db01", "sim-b", new MigrationSetting { Bandwidth = 1 });
        Assert.Equal(5u, (await client.ToHostAsync("MigrateVirtualSystemToHost", "db01", "sim-b")).ReturnValue);
        await client.FollowAsync((CimObjectPath)first["Job"]!);
    }

    [Fact]
    [Clause("8.1.1-4", "T2-3")]
    public async Task A_setting_that_is_not_admissible_is_4()
    {
        var client = await _estate.ConnectAsync(s_codes);
        var answer = await client.ToHostAsync("MigrateVirtualSystemToHost", "web01", "sim-b", new MigrationSetting { MigrationType = (MigrationType)77 });
        Assert.Equal(4u, answer.ReturnValue);
    }

    [Fact]
    [Clause("7.3-1", "T2-1", "T2-3", "T2-5", "8-1")]
    public async Task Parameters_are_checked_before_anything_is_done()
    {
        var client = await _estate.ConnectAsync();
        var web = (await client.SystemAsync("web01")).Path!;
        var error = await Assert.ThrowsAsync<CimException>(() => client.CallAsync(
            "MigrateVirtualSystemToHost",
            Reference("ComputerSystem", web),
            new CimProperty("MigrationSettingData", CimType.Instance, new CimInstance("CIM_ConcreteJob", Array.Empty<CimProperty>()))));
        Assert.Equal(new[] { "MigrationSettingData", "DestinationHost" }, error.Errors.Select(one => ((object?[])one["MessageArguments"]!)[1]));
        Assert.All(error.Errors, one => Assert.Equal("SVPC8040", one["MessageID"]));
    }

    [Fact]
    [Clause("T2-3")]
    public async Task A_setting_of_another_type_names_its_parameter()
    {
        var client = await _estate.ConnectAsync();
        var wrong = new CimInstance("CIM_VirtualSystemMigrationSettingData", new[] { new CimProperty("Priority", CimType.String, "high") });
        var web = (await client.SystemAsync("web01")).Path;
        var error = await Assert.ThrowsAsync<CimException>(() => client.CallAsync(
            "MigrateVirtualSystemToHost", Reference("ComputerSystem", web), Text("DestinationHost", "sim-b"), new CimProperty("MigrationSettingData", CimType.Instance, wrong)));
        Assert.Equal("MigrationSettingData", ((object?[])error.Errors[0]["MessageArguments"]!)[1]);
    }

    [Fact]
    [Clause("7.3-1", "T2-3")]
    public async Task A_setting_of_the_CIM_class_does_as_well_as_one_of_ours()
    {
        var client = await _estate.ConnectAsync();
        var setting = new CimInstance("CIM_VirtualSystemMigrationSettingData", new[]
        {
            new CimProperty("MigrationType", CimType.UInt16, MigrationType.Resume),
            new CimProperty("Priority", CimType.UInt16, 7),
        });
        var web = (await client.SystemAsync("web01")).Path;
        var answer = await client.CallAsync(
            "MigrateVirtualSystemToHost", Reference("ComputerSystem", web), Text("DestinationHost", "sim-b"), new CimProperty("MigrationSettingData", CimType.Instance, setting));
        var job = await client.FollowAsync((CimObjectPath)answer["Job"]!);
        Assert.Equal((7u, (ushort)MigrationType.Resume), (job["Priority"], job["MigrationType"]));
    }

    [Fact]
    public async Task The_source_host_is_no_destination()
    {
        var client = await _estate.ConnectAsync();
        var answer = await client.ToSystemAsync("CheckVirtualSystemIsMigratableToSystem", "web01", "sim-a");
        Assert.Equal((0u, false), (answer.ReturnValue, answer["IsMigratable"]));
    }
}
