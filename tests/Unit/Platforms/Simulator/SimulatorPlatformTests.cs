using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorPlatformTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorPlatform _platform = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("simulator:", "sim-a")]
    [InlineData("simulator:?host=sim-b", "sim-b")]
    [InlineData("SIMULATOR:?host=SIM-B&clock=virtual", "sim-b")]
    [InlineData("simulator:///?host=sim-b", "sim-b")]
    public async Task A_uri_leads_to_its_host(string uri, string host)
    {
        using var driver = await ConnectAsync(uri);

        Assert.Equal(host, driver.HostName);
        Assert.Equal(uri, driver.ConnectionUri.OriginalString);
    }

    [Theory]
    [InlineData("simulator:?host=")]
    [InlineData("simulator:?clock=fast")]
    [InlineData("simulator:?hots=sim-a")]
    [InlineData("simulator:world.xml")]
    [InlineData("simulator://sim-a")]
    [InlineData("simulator://sim-a/world.xml")]
    [InlineData("simulator:///tmp/world.xml#sim-a")]
    [InlineData("simulator:///tmp/%00world.xml")]
    [InlineData("qemu:///system")]
    public async Task A_uri_that_cannot_be_read_says_why_and_how_to_write_it(string uri)
    {
        var error = await Assert.ThrowsAsync<MigrationException>(() => ConnectAsync(uri));

        Assert.Equal(MigrationErrorKind.UriInvalid, error.Kind);
        Assert.Contains("simulator:?host=sim-b", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_the_world_does_not_have_is_unreachable_and_the_others_are_named()
    {
        var error = await Assert.ThrowsAsync<MigrationException>(() => ConnectAsync("simulator:?host=sim-c"));

        Assert.Equal(MigrationErrorKind.HostUnreachable, error.Kind);
        Assert.Contains("sim-a, sim-b", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error_with_its_path()
    {
        var error = await Assert.ThrowsAsync<MigrationException>(() => ConnectAsync("simulator:///nonexistent/folder/world.xml"));

        Assert.Equal(MigrationErrorKind.ConfigurationInvalid, error.Kind);
        Assert.Contains("/nonexistent/folder/world.xml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_of_one_file_share_its_world_and_those_of_another_do_not()
    {
        using var one = (SimulatorDriver)await ConnectAsync(FileUri("one.xml", "?clock=virtual"));
        using var same = (SimulatorDriver)await ConnectAsync(FileUri("one.xml", "?clock=virtual&host=sim-b"));
        using var other = (SimulatorDriver)await ConnectAsync(FileUri("other.xml", "?clock=virtual"));

        Assert.Same(one.World, same.World);
        Assert.NotSame(one.World, other.World);
    }

    [Fact]
    public async Task The_clock_is_the_machines_unless_the_uri_says_virtual()
    {
        using var real = await ConnectAsync(FileUri("one.xml", ""));
        using var rehearsal = await ConnectAsync(FileUri("one.xml", "?clock=virtual"));

        Assert.Same(SystemClock.Instance, real.Clock);
        Assert.IsType<VirtualClock>(rehearsal.Clock);
    }

    [Fact]
    public async Task A_migration_from_one_world_to_another_is_refused()
    {
        using var here = await ConnectAsync(FileUri("one.xml", "?clock=virtual"));
        using var there = await ConnectAsync(FileUri("other.xml", "?clock=virtual&host=sim-b"));
        string id = (await here.GetSystemsAsync(CancellationToken.None)).Single(system => system.Name == "web01").Id;
        var source = await here.GetSourceFactsAsync(id, CancellationToken.None);
        var destination = await there.GetDestinationFactsAsync(source, here, new MigrationOrder(), CancellationToken.None);

        var error = await Assert.ThrowsAsync<MigrationException>(
            () => here.OpenMigrationAsync(source, new MigrationOrder(), there, destination, CancellationToken.None));

        Assert.Equal(MigrationErrorKind.ParameterInvalid, error.Kind);
    }

    [Theory]
    [InlineData("", "sim-b", "?host=sim-b")]
    [InlineData("?host=sim-b&clock=virtual", "SIM-A", "?host=sim-a&clock=virtual")]
    public void A_bare_host_name_stays_in_the_same_world(string query, string host, string expected)
    {
        string file = FileUri("one.xml", "");

        Assert.Equal(file + expected, _platform.DestinationUri(new Uri(file + query), host, transport: null)!.OriginalString);
        Assert.Equal("simulator:" + expected, _platform.DestinationUri(new Uri("simulator:" + query), host, transport: null)!.OriginalString);
    }

    [Fact]
    public void An_unknown_host_name_has_no_uri() =>
        Assert.Null(_platform.DestinationUri(new Uri("simulator:"), "kvm7", transport: null));

    [Theory]
    [InlineData("simulator:", "sim-b")]
    [InlineData("simulator:?host=sim-b", "sim-a")]
    public void Known_destinations_are_the_other_hosts(string uri, string expected) =>
        Assert.Equal(new[] { expected }, _platform.KnownDestinations(new Uri(uri)));

    private string FileUri(string name, string query) => "simulator://" + _folder.File(name) + query;

    private Task<IPlatformDriver> ConnectAsync(string uri) => _platform.ConnectAsync(new Uri(uri), CancellationToken.None);
}
