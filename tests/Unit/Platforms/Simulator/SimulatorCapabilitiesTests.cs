using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Tests.Contracts;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorCapabilitiesTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    [Clause("9.1.2-4", "9.1.2-5")]
    public async Task A_host_advertises_the_settings_of_its_world_and_no_others()
    {
        var fixture = new SimulatorFixture(Worlds.Create(_ => Figure2.World()));
        var settings = (await fixture.Source.GetCapabilityAsync(None)).Settings;

        Assert.Equal(
            Figure2.Settings.Select(setting => ("VSM:sim-a:" + setting.InstanceId, setting.Policy, setting.Role, setting.Range, setting.Setting.Bandwidth)),
            settings.Select(setting => (setting.InstanceId, setting.Policy, setting.Role, setting.Range, setting.Setting.Bandwidth)));
    }

    [Fact]
    public void Settings_are_written_to_a_worlds_file_and_read_from_it()
    {
        var again = SimulatorXml.Read(SimulatorXml.Write(Figure2.World()));

        Assert.Equal(Figure2.Settings, again.Host("sim-a")!.Settings);
        Assert.Empty(again.Host("sim-b")!.Settings);
    }

    [Fact]
    public void Settings_that_the_profile_does_not_allow_make_no_world()
    {
        var error = Assert.Throws<MigrationException>(() => SimulatorXml.Read(SimulatorXml.Write(
            Figure2.World().ChangeHost("sim-a", host => host with { Settings = host.Settings.Where(setting => setting.Range != ValueRange.Maximums).ToList() }))));

        Assert.Equal(MigrationErrorKind.ConfigurationInvalid, error.Kind);
        Assert.Contains("7.4.2-20", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_the_box_they_are_such_as_the_profile_allows()
    {
        var capability = await new SimulatorFixture().Source.GetCapabilityAsync(None);

        Assert.Empty(CapabilitySettingRules.Check(capability.Settings));
        Assert.Equal("1 to 65535 MiB/s", Assert.Single(capability.BandwidthRange));
        Assert.Equal("1 to 65535", Assert.Single(capability.PriorityRange));
        Assert.Equal(750_000_000UL, capability.TotalBytesPerSecond);
    }

    [Fact]
    public async Task A_percentage_has_no_total_where_the_ways_differ()
    {
        var world = Worlds.Create(state => state with
        {
            Hosts = state.Hosts.Append(state.Hosts[1] with { Name = "sim-c", Id = "c", Systems = Array.Empty<SimulatedSystem>() }).ToList(),
            Links = state.Links.Append(new SimulatedLink { HostA = "sim-a", HostB = "sim-c", BytesPerSecond = 1000 }).ToList(),
        });

        Assert.Null((await new SimulatorFixture(world).Source.GetCapabilityAsync(None)).TotalBytesPerSecond);
    }

    [Theory]
    [InlineData(2u, "", 300, "ParallelConnections")]
    [InlineData(1u, "xbzrle", 300, "Compression")]
    [InlineData(1u, "", 5, "MaxDowntime")]
    [InlineData(1u, "", 300, null)]
    public async Task What_the_model_cannot_do_is_found_and_not_ignored(uint connections, string compression, int downtime, string? wrong)
    {
        var fixture = new SimulatorFixture();
        var system = await fixture.FindAsync(fixture.Source, "web01");
        var source = await fixture.Source.GetSourceFactsAsync(system!.Id, None);
        var order = fixture.Order(MigrationType.Live) with
        {
            ParallelConnections = connections,
            Compression = compression,
            MaxDowntime = TimeSpan.FromMilliseconds(downtime),
        };

        var facts = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, order, None);

        Assert.Equal(
            wrong is null ? Array.Empty<string>() : new[] { "MigrationSettingData." + wrong },
            facts.OtherFindings.Select(finding => finding.MessageArguments[1]));
    }

    [Fact]
    public async Task A_guest_that_may_not_be_slowed_down_keeps_its_pace()
    {
        // db01 converges by throttling only, so it never does without.
        var (slowed, _) = await TransferAsync(order => order, TimeSpan.FromMinutes(10));
        var (kept, ended) = await TransferAsync(order => order with { AutoConverge = false }, TimeSpan.FromMinutes(10));

        Assert.Contains(slowed.Reports, report => report.DirtyBytesPerSecond is > 0 and < 900UL << 20);
        Assert.DoesNotContain(kept.Reports, report => report.DirtyBytesPerSecond is > 0 and < 900UL << 20);
        Assert.False(ended);
    }

    private static async Task<(ProgressLog Log, bool Ended)> TransferAsync(Func<MigrationOrder, MigrationOrder> change, TimeSpan limit)
    {
        var fixture = new SimulatorFixture();
        var system = await fixture.FindAsync(fixture.Source, "db01");
        var source = await fixture.Source.GetSourceFactsAsync(system!.Id, None);
        var order = change(fixture.Order(MigrationType.Live));
        var facts = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, order, None);
        using var actions = await fixture.Source.OpenMigrationAsync(source, order, fixture.Destination, facts, None);
        using var enough = new CancellationTokenSource();
        var begun = fixture.World.Clock.Elapsed;
        var log = new ProgressLog(_ =>
        {
            if (fixture.World.Clock.Elapsed - begun > limit)
            {
                enough.Cancel();
            }
        });
        try
        {
            await actions.TransferAsync(log, enough.Token);
            return (log, true);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return (log, false);
        }
    }
}
