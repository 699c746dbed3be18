using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Client;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Server;
using VsMigration.Tests.Service;
using Xunit;

namespace VsMigration.Tests.Server;

/// <summary>The simulated estate with a CIM server in front of sim-a.</summary>
internal sealed class ServerEstate : IDisposable
{
    public const string Migration = "root/vsmigration";
    public const string Interop = "root/interop";

    private readonly bool _isVirtual;

    /// <param name="isVirtual">Whether its time is virtual: migrations take none. Otherwise they take theirs.</param>
    public ServerEstate(bool isVirtual = true) => _isVirtual = isVirtual;

    public SimulatedEstate Hosts { get; } = new();

    public Uri UriOf(string host) =>
        _isVirtual ? Hosts.UriOf(host) : new Uri(Hosts.UriOf(host).OriginalString.Replace("&clock=virtual", "", StringComparison.Ordinal));

    public async Task<MigrationSession> SessionAsync() => await Hosts.Registry.ImplyAsync(UriOf("sim-a"), CancellationToken.None);

    public async Task<ICimClient> ConnectAsync(CimServerOptions? options = null) => (await SessionAsync()).OpenCimClient(options);

    /// <summary>A virtual system of sim-a as it is after a shutdown.</summary>
    public async Task ShutDownAsync(string name)
    {
        await SessionAsync();
        var world = XDocument.Parse(File.ReadAllText(Hosts.WorldFile));
        world.Descendants("system").Single(system => (string?)system.Attribute("name") == name).SetAttributeValue("state", "Defined");
        world.Save(Hosts.WorldFile);
    }

    /// <summary>Ends what runs.</summary>
    public async Task StopAsync()
    {
        var service = (await SessionAsync()).Service;
        foreach (var job in service.Jobs.Where(job => !job.IsFinished))
        {
            try
            {
                await service.RequestStateChangeAsync(job, JobEvent.Terminate);
            }
            catch (MigrationException)
            {
                // It is past stopping, or ends just now.
            }
        }

        await Task.WhenAll(service.Jobs.Select(job => job.WhenFinishedAsync())).WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Dispose() => Hosts.Dispose();
}

/// <summary>What a client of the profile does again and again.</summary>
internal static class CimClientExtensions
{
    private static readonly CancellationToken s_never = CancellationToken.None;

    public static async Task<CimObjectPath> ServiceAsync(this ICimClient client) =>
        Assert.Single(await client.EnumerateInstanceNamesAsync(ServerEstate.Migration, "CIM_VirtualSystemMigrationService", s_never));

    public static async Task<CimInstance> SystemAsync(this ICimClient client, string name) =>
        (await client.EnumerateInstancesAsync(ServerEstate.Migration, "VSM_ComputerSystem", null, s_never)).Single(system => (string?)system["ElementName"] == name);

    public static async Task<CimObjectPath> HostAsync(this ICimClient client, string name) =>
        (await client.EnumerateInstanceNamesAsync(ServerEstate.Migration, "VSM_HostSystem", s_never)).Single(host => (string?)host["Name"] == name);

    public static async Task<CimMethodResult> CallAsync(this ICimClient client, string method, params CimProperty[] parameters) =>
        await client.InvokeAsync(await client.ServiceAsync(), method, parameters, s_never);

    public static async Task<CimMethodResult> ToHostAsync(this ICimClient client, string method, string system, string host, MigrationSetting? setting = null) =>
        await client.CallAsync(method, Reference("ComputerSystem", (await client.SystemAsync(system)).Path), Text("DestinationHost", host), Setting(setting));

    public static async Task<CimMethodResult> ToSystemAsync(this ICimClient client, string method, string system, string host, MigrationSetting? setting = null) =>
        await client.CallAsync(
            method, Reference("ComputerSystem", (await client.SystemAsync(system)).Path), Reference("DestinationSystem", await client.HostAsync(host)), Setting(setting));

    /// <summary>Steps 3 and 4 of use case 9.2.1: asks for the job until it has ended.</summary>
    public static async Task<CimInstance> FollowAsync(this ICimClient client, CimObjectPath job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var seen = await client.GetInstanceAsync(job, null, patience.Token);
            if ((ushort)seen["JobState"]! is 7 or 8 or 9 or 10)
            {
                return seen;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }

    public static CimProperty Reference(string name, CimObjectPath? path) => new(name, CimType.Reference, path);

    public static CimProperty Text(string name, string? value) => new(name, CimType.String, value);

    public static CimProperty Setting(MigrationSetting? setting) =>
        new("MigrationSettingData", CimType.Instance, setting is null ? null : ElementMap.ToInstance(setting));

    public static CimProperty Resources(params ResourceAllocationSettingData[] resources) =>
        new("NewResourceSettingData", CimType.Instance, resources.Select(resource => ElementMap.ToInstance(resource)).ToArray(), isArray: true);
}
