using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>One libvirt host.</summary>
internal sealed class LibvirtDriver : IPlatformDriver
{
    private int _disposed;

    internal LibvirtDriver(LibvirtHost host) => Host = host;

    public Uri ConnectionUri => Host.Uri;

    public IClock Clock => SystemClock.Instance;

    public string HostName => Host.HostName;

    internal LibvirtHost Host { get; }

    private ErrorContext Context => new("", HostName);

    public Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken) => LibvirtErrors.GuardAsync(
        Context,
        async () => LibvirtCapabilities.Describe(HostName, await Host.AskAsync(connection => connection.MigrationFeatures, cancellationToken)));

    public Task<IReadOnlyList<VirtualSystem>> GetSystemsAsync(CancellationToken cancellationToken) =>
        LibvirtErrors.GuardAsync(Context, () => Host.AskAsync(SourceReader.ReadSystems, cancellationToken));

    public Task<VirtualSystem?> FindSystemAsync(string systemId, CancellationToken cancellationToken) => LibvirtErrors.GuardAsync(
        new ErrorContext(systemId, HostName), () => Host.AskAsync(connection => SourceReader.Find(connection, systemId), cancellationToken));

    public Task<SystemDefinition?> GetDefinitionAsync(string systemId, CancellationToken cancellationToken) => LibvirtErrors.GuardAsync(
        new ErrorContext(systemId, HostName), () => Host.AskAsync(connection => SourceReader.FindDefinition(connection, systemId), cancellationToken));

    public Task<SourceFacts> GetSourceFactsAsync(string systemId, CancellationToken cancellationToken) =>
        Guid.TryParse(systemId, out _)
            ? LibvirtErrors.GuardAsync(
                new ErrorContext(systemId, HostName),
                () => Host.AskAsync(connection => SourceReader.ReadFacts(connection, systemId), cancellationToken))
            : throw new MigrationException(
                MigrationErrorKind.SystemNotFound,
                StandardMessages.SystemDoesNotExist.Error("An identifier on libvirt is a UUID; list them with Get-VSMigrationSystem.", systemId));

    public Task<DestinationFacts> GetDestinationFactsAsync(
        SourceFacts source, IPlatformDriver sourceDriver, MigrationOrder order, CancellationToken cancellationToken)
    {
        var from = ((LibvirtDriver)sourceDriver).Host;
        return LibvirtErrors.GuardAsync(new ErrorContext(source.System.Name, source.HostName, HostName), async () =>
        {
            var facts = await Host.AskAsync(connection => DestinationReader.Read(connection, source, order), cancellationToken);
            bool isOtherHost = facts.HostId != source.HostId;
            facts = isOtherHost ? await SameFileTest.RunAsync(from, Host, source, facts, cancellationToken) : facts;
            var plan = new MigrationPlan(source, order, facts);
            facts = facts with { OtherFindings = [.. facts.OtherFindings, .. TransportRules.CheckDisks(plan), .. PausedArrival.Check(plan)] };
            return isOtherHost && PostCopyProbe.IsNeeded(source, order, facts)
                ? await PostCopyProbe.RunAsync(from, Host, source, order, facts, cancellationToken)
                : facts;
        });
    }

    public Task<IMigrationActions> OpenMigrationAsync(
        SourceFacts source, MigrationOrder order, IPlatformDriver destination, DestinationFacts destinationFacts, CancellationToken cancellationToken)
    {
        var plan = new MigrationPlan(source, order, destinationFacts);
        return LibvirtErrors.GuardAsync(
            plan.Context,
            () => LibvirtMigration.OpenAsync(plan, Host, ((LibvirtDriver)destination).Host, SystemClock.Instance, cancellationToken));
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Host.Release();
        }
    }
}
