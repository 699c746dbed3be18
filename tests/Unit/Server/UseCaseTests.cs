using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Client;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Tests.Platforms.Simulator;
using Xunit;
using static VsMigration.Tests.Server.CimClientExtensions;

namespace VsMigration.Tests.Server;

/// <summary>The use cases of clause 9, each step as the text writes it, by a client that knows the CIM classes only.</summary>
public sealed class UseCaseTests : IDisposable
{
    private static readonly CancellationToken s_never = CancellationToken.None;
    private readonly ServerEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("9.1.1-1", "9.1.1-2")]
    public async Task Use_case_9_1_1_finds_the_service_of_a_virtual_system()
    {
        var client = await _estate.ConnectAsync();
        var system = (await client.SystemAsync("web01")).Path!;

        var services = await client.AssociatorNamesAsync(
            system, new AssociationFilter { AssocClass = "CIM_ServiceAffectsElement", ResultClass = "CIM_VirtualSystemMigrationService" }, s_never);

        Assert.Equal(await client.ServiceAsync(), Assert.Single(services));
    }

    [Fact]
    [Clause("9.1.2-1", "9.1.2-2", "9.1.2-3", "9.1.2-9")]
    public async Task Use_case_9_1_2_leads_from_the_service_to_every_setting()
    {
        var client = await _estate.ConnectAsync();

        // Step 1
        var capabilities = Assert.Single(await client.AssociatorNamesAsync(
            await client.ServiceAsync(),
            new AssociationFilter { AssocClass = "CIM_ElementCapabilities", ResultClass = "CIM_VirtualSystemMigrationCapabilities" },
            s_never));

        // Step 2
        var associations = await client.ReferencesAsync(capabilities, new AssociationFilter { AssocClass = "CIM_SettingsDefineCapabilities" }, null, s_never);
        Assert.All(associations, association => Assert.Equal(capabilities, association["GroupComponent"]));

        // Step 3
        foreach (var association in associations)
        {
            var setting = await client.GetInstanceAsync((CimObjectPath)association["PartComponent"]!, null, s_never);
            Assert.Equal(association["PartComponent"], setting.Path);

            // Step 4
            if ((ushort)association["ValueRole"]! == 0)
            {
                Assert.Equal(((ushort)0, (ushort)0), ((ushort)association["PropertyPolicy"]!, (ushort)association["ValueRange"]!));
                Assert.NotNull(setting["MigrationType"]);
                Assert.NotNull(setting["Priority"]);
            }
        }

        Assert.Single(associations, association => (ushort)association["ValueRole"]! == 0);
    }

    [Fact]
    [Clause("9.1.2-2", "9.1.2-3", "9.1.2-4", "9.1.2-5", "9.1.2-6", "9.1.2-7", "9.1.2-8", "9.1.2-9")]
    public async Task Use_case_9_1_2_finds_the_six_settings_of_Figure_2()
    {
        SimulatorXml.Write(Figure2.World()).Save(_estate.Hosts.WorldFile);
        var client = await _estate.ConnectAsync();
        var capabilities = (await client.EnumerateInstanceNamesAsync(ServerEstate.Migration, "CIM_VirtualSystemMigrationCapabilities", s_never))[0];

        var seen = new List<string>();
        foreach (var association in await client.ReferencesAsync(
            capabilities, new AssociationFilter { AssocClass = "CIM_SettingsDefineCapabilities" }, null, s_never))
        {
            var setting = await client.GetInstanceAsync((CimObjectPath)association["PartComponent"]!, null, s_never);
            seen.Add(string.Join(' ', new[]
            {
                setting["ElementName"], association["PropertyPolicy"], association["ValueRole"], association["ValueRange"],
                setting["MigrationType"], setting["Priority"], setting["Bandwidth"], setting["BandwidthUnit"], setting["TransportType"],
            }.Select(CimValue.ToText)));
        }

        Assert.Equal(
            new[]
            {
                "IN_SSH 1 3 3 NULL NULL 10 bit/second*10^6 2",
                "MN_SSH 1 3 1 NULL NULL 10 bit/second*10^6 2",
                "MX_SSH 1 3 2 NULL NULL 10000 bit/second*10^6 2",
                "VSMD1 0 0 0 2 100 10 bit/second*10^6 2",
                "VSMD2 0 3 0 3 NULL NULL NULL 3",
                "VSMD3 0 3 0 4 NULL NULL NULL 5",
            },
            seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Clause("9.1.3-1", "9.1.3-2")]
    public async Task Use_case_9_1_3_checks_by_the_address_of_the_target()
    {
        var client = await _estate.ConnectAsync();
        _estate.Hosts.Registry.Hosts.Add(new MigrationHost { Name = "192.0.2.2", ConnectionUri = _estate.Hosts.UriOf("sim-b") });

        var answer = await client.ToHostAsync(
            "CheckVirtualSystemIsMigratableToHost", "web01", "192.0.2.2", new MigrationSetting { MigrationType = MigrationType.Live });

        Assert.Equal(0u, answer.ReturnValue);
        Assert.Equal(true, answer["IsMigratable"]);
    }

    [Fact]
    [Clause("9.1.3-3")]
    public async Task Use_case_9_1_3_says_no_with_the_return_code_of_a_check_that_was_performed()
    {
        var answer = await (await _estate.ConnectAsync()).ToHostAsync("CheckVirtualSystemIsMigratableToHost", "gpu01", "sim-b");
        Assert.Equal(0u, answer.ReturnValue);
        Assert.Equal(false, answer["IsMigratable"]);
    }

    [Fact]
    [Clause("9.2.1-3", "9.2.1-4", "9.2.1-5", "9.2.1-6", "9.2.1-7", "9.2.1-10", "9.2.1-12", "9.2.1-13")]
    public async Task Use_case_9_2_1_migrates_live()
    {
        var client = await _estate.ConnectAsync();
        var source = await client.SystemAsync("web01");

        // Steps 1 and 2
        var answer = await client.ToSystemAsync(
            "MigrateVirtualSystemToSystem", "web01", "sim-b", new MigrationSetting { MigrationType = MigrationType.Live });
        Assert.Equal(4096u, answer.ReturnValue);
        Assert.Null(answer["NewComputerSystem"]);
        var job = Assert.IsType<CimObjectPath>(answer["Job"]);

        // Steps 3 and 4
        Assert.Equal((ushort)7, (await client.FollowAsync(job))["JobState"]);

        // Step 5
        var affected = await client.AssociatorsAsync(
            job, new AssociationFilter { AssocClass = "CIM_AffectedJobElement", ResultClass = "CIM_ComputerSystem" }, null, s_never);
        Assert.Equal(2, affected.Count);
        var target = Assert.Single(affected, system => !source.Path!.Equals(system.Path));
        Assert.Equal("sim-b", target["HostName"]);

        // Figure 3
        int guid = Array.IndexOf(((object?[])source["IdentifyingDescriptions"]!), "CIM:GUID");
        int same = Array.IndexOf(((object?[])target["IdentifyingDescriptions"]!), "CIM:GUID");
        Assert.Equal(((object?[])source["OtherIdentifyingInfo"]!)[guid], ((object?[])target["OtherIdentifyingInfo"]!)[same]);

        // Result
        Assert.Equal((ushort)2, (await client.GetInstanceAsync(target.Path!, null, s_never))["EnabledState"]);
    }

    [Fact]
    [Clause("9.2.1-8", "9.2.1-11", "9.2.1-12")]
    public async Task Use_case_9_2_1_tells_why_a_migration_failed()
    {
        await _estate.Hosts.FaultAsync("Transfer", "the wire was cut");
        var client = await _estate.ConnectAsync();
        var job = (CimObjectPath)(await client.ToSystemAsync("MigrateVirtualSystemToSystem", "web01", "sim-b"))["Job"]!;

        Assert.Equal((ushort)10, (await client.FollowAsync(job))["JobState"]);

        // Step 6
        var answer = await client.InvokeAsync(job, "GetError", Array.Empty<CimProperty>(), s_never);
        Assert.Equal(0u, answer.ReturnValue);
        var error = Assert.IsType<CimInstance>(answer["Error"]);
        Assert.Equal(("CIM_Error", "SVPC8041"), (error.ClassName, error["MessageID"]));
        Assert.Contains("the wire was cut", (string)error["ProbableCauseDescription"]!, StringComparison.Ordinal);
        Assert.Single(await client.AssociatorNamesAsync(job, new AssociationFilter { AssocClass = "CIM_AffectedJobElement" }, s_never));
    }

    [Fact]
    [Clause("9.2.1-11")]
    public async Task A_job_without_an_error_has_none()
    {
        var client = await _estate.ConnectAsync();
        var job = (CimObjectPath)(await client.ToSystemAsync("MigrateVirtualSystemToSystem", "web01", "sim-b"))["Job"]!;
        await client.FollowAsync(job);

        foreach (string method in new[] { "GetError", "GetErrors" })
        {
            var answer = await client.InvokeAsync(job, method, Array.Empty<CimProperty>(), s_never);
            Assert.Equal(0u, answer.ReturnValue);
            Assert.Null(Assert.Single(answer.OutParameters).Value);
        }
    }

    [Fact]
    [Clause("9.2.1-1")]
    public async Task A_state_that_the_type_of_migration_does_not_accept_is_refused()
    {
        var client = await _estate.ConnectAsync();
        var refused = await Assert.ThrowsAsync<CimException>(
            () => client.ToSystemAsync("MigrateVirtualSystemToSystem", "cache01", "sim-b", new MigrationSetting { MigrationType = MigrationType.Restart }));
        Assert.Equal("SVPC0004", refused.Errors[0]["MessageID"]);
    }

    [Theory]
    [InlineData("bytes*10^9", 5)]
    [InlineData("byte*10^9", 5)]
    [InlineData("byte*10^6", 5000)]
    [InlineData("byte", 5_000_000_000)]
    [Clause("9.2.2-1", "9.2.2-2", "9.2.2-3", "9.2.2-4", "9.2.2-5", "9.2.2-6", "9.2.2-7")]
    public async Task Use_case_9_2_2_moves_a_definition_and_gives_it_more_memory(string unit, ulong amount)
    {
        await _estate.ShutDownAsync("web01");
        var client = await _estate.ConnectAsync();
        var system = (await client.SystemAsync("web01")).Path!;

        // Step 1: DSP1057 leads from the virtual system to its definition, and from there to that of its memory.
        var definition = Assert.Single(await client.AssociatorNamesAsync(
            system, new AssociationFilter { AssocClass = "CIM_SettingsDefineState", ResultClass = "CIM_VirtualSystemSettingData" }, s_never));
        var resources = await client.AssociatorsAsync(
            definition,
            new AssociationFilter { AssocClass = "CIM_VirtualSystemSettingDataComponent", ResultClass = "CIM_ResourceAllocationSettingData" },
            null,
            s_never);
        var memory = ElementMap.FromInstance<ResourceAllocationSettingData>(
            Assert.Single(resources, resource => (ushort)resource["ResourceType"]! == (ushort)ResourceType.Memory));
        Assert.Equal(2UL << 10, memory.VirtualQuantity);

        var answer = await client.CallAsync(
            "MigrateVirtualSystemToSystem",
            Reference("ComputerSystem", system),
            Reference("DestinationSystem", await client.HostAsync("sim-b")),
            Setting(new MigrationSetting { MigrationType = MigrationType.Restart }),
            Resources(memory with { AllocationUnits = unit, Reservation = amount }));

        // Step 2
        Assert.Equal(0u, answer.ReturnValue);
        Assert.Null(answer["Job"]);
        var target = await client.GetInstanceAsync(Assert.IsType<CimObjectPath>(answer["NewComputerSystem"]), null, s_never);

        // Result
        Assert.Equal("sim-b", target["HostName"]);
        Assert.InRange((ulong)target["Memory"]!, 5_000_000_000UL, 5_000_000_000UL + (1 << 20));
        Assert.Null(await _estate.Hosts.FindAsync("sim-a", "web01"));
    }
}
