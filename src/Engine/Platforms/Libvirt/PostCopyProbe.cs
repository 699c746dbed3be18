using System;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// Whether two hosts can do post-copy. Neither says so beforehand (the kernel, its settings and QEMU's rights all have a word in it), so a
/// small, diskless virtual system that is nowhere defined is started, migrated with post-copy allowed, and destroyed.
/// </summary>
internal static class PostCopyProbe
{
    /// <summary>Only memory that moves can be switched over, and only where the order may ask for it.</summary>
    internal static bool IsNeeded(SourceFacts source, MigrationOrder order, DestinationFacts found) =>
        order is { AllowsPostCopy: true, MigrationType: not MigrationType.Restart }
        && source.System.State is VirtualSystemState.Active or VirtualSystemState.Paused or VirtualSystemState.Suspended
        && found.HasEmulator
        && found.HasMachineType;

    internal static async Task<DestinationFacts> RunAsync(
        LibvirtHost source, LibvirtHost destination, SourceFacts facts, MigrationOrder order, DestinationFacts found, CancellationToken cancellationToken)
    {
        if (Obstacle(facts, order) is { } obstacle)
        {
            return found with { CanPostCopy = false, PostCopyObstacle = obstacle };
        }

        string id = Guid.NewGuid().ToString();
        string xml = Xml(DomainDefinition.Parse(facts.Definition), id);
        var plan = new MigrationPlan(
            facts with { Disks = [], IsPersistent = false, System = facts.System with { Id = id } }, order, found with { Disks = [] });

        // A connection of its own, as for any migration; and to its end once begun, so that nothing stays behind.
        using var own = await LibvirtConnection.OpenAsync(source.Uri, cancellationToken);
        try
        {
            await BlockingCall.Run(() => Migrate(own, xml, plan));
            return found with { CanPostCopy = true };
        }
        catch (LibvirtException e)
        {
            return found with { CanPostCopy = false, PostCopyObstacle = e.Message };
        }
        finally
        {
            await destination.DoAsync(connection => Destroy(connection, id));
            await source.DoAsync(connection => Destroy(connection, id));
        }
    }

    // What libvirt refuses whatever the hosts can do.
    private static string? Obstacle(SourceFacts facts, MigrationOrder order) => order.TransportType == TransportType.SSH
        ? "libvirt does not tunnel post-copy"
        : order.MigrationType == MigrationType.Resume || facts.System.State == VirtualSystemState.Paused
            ? "libvirt does post-copy only of virtual systems that run"
            : null;

    private static bool Migrate(LibvirtConnection connection, string xml, MigrationPlan plan)
    {
        using var domain = VirDomainCreateXML.Call(connection.Handle, xml, 0);
        using var parameters = plan.TransferParameters();
        VirDomainMigrateToURI3.Call(
            domain, ConnectionUris.WithoutPrompts(plan.Order.Destination.ConnectionUri!), parameters, plan.TransferFlags(isRunning: true));
        return true;
    }

    private static string Xml(DomainDefinition definition, string id) => new XElement("domain",
        new XAttribute("type", definition.VirtualizationType),
        new XElement("name", "vsmigration-probe-" + id),
        new XElement("uuid", id),
        new XElement("memory", new XAttribute("unit", "MiB"), 16),
        new XElement("vcpu", 1),
        new XElement("os", new XElement("type", new XAttribute("arch", definition.Architecture), new XAttribute("machine", definition.MachineType), "hvm")),
        new XElement("devices",
            new XElement("emulator", definition.Emulator),
            new XElement("controller", new XAttribute("type", "usb"), new XAttribute("model", "none")),
            new XElement("memballoon", new XAttribute("model", "none")))).ToString(SaveOptions.DisableFormatting);

    private static void Destroy(LibvirtConnection connection, string id)
    {
        try
        {
            using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, id);
            VirDomainDestroy.Call(domain);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoDomain or VirErrorCode.OperationInvalid)
        {
            // It is not there: it left, or it never came.
        }
    }
}
