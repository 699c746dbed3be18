using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Tests.Contracts;

/// <summary>Two hosts of a platform, and three virtual systems at the first one that can move to the second.</summary>
public abstract class DriverFixture : IAsyncDisposable
{
    public abstract IPlatformDriver Source { get; }

    public abstract IPlatformDriver Destination { get; }

    /// <summary>The name of a running virtual system; how it shuts down does not matter, the order for Restart sees to that.</summary>
    public abstract string ActiveSystem { get; }

    public abstract string PausedSystem { get; }

    public abstract string DefinedSystem { get; }

    /// <summary>An order to <see cref="Destination"/> that can be carried out; for Restart, with a limit and TurnOff.</summary>
    public abstract MigrationOrder Order(MigrationType type);

    /// <summary>A name that no virtual system of either host has.</summary>
    public virtual string NewName(string name) => name + "-new";

    public abstract ValueTask DisposeAsync();

    public async Task<VirtualSystem?> FindAsync(IPlatformDriver driver, string name) =>
        (await driver.GetSystemsAsync(CancellationToken.None)).SingleOrDefault(system => system.Name == name);

    public async Task<SourceFacts> FactsAsync(string name) =>
        await Source.GetSourceFactsAsync((await FindAsync(Source, name))!.Id, CancellationToken.None);

    public async Task<IMigrationActions> OpenAsync(string name, MigrationType type, DefinitionChange? change = null)
    {
        var order = Order(type) with { Change = change ?? DefinitionChange.None };
        var source = await FactsAsync(name);
        var destination = await Destination.GetDestinationFactsAsync(source, Source, order, CancellationToken.None);
        return await Source.OpenMigrationAsync(source, order, Destination, destination, CancellationToken.None);
    }
}
