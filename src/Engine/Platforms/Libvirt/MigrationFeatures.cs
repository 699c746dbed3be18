using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What a host shows of how it migrates.</summary>
/// <param name="UriTransports">How QEMU's own stream can travel, in libvirt's words: <c>tcp</c>, <c>rdma</c>.</param>
/// <param name="LimitsBandwidth">Whether a migration's bandwidth can be limited.</param>
/// <param name="Hypervisor">QEMU's version.</param>
/// <param name="Library">The version of the libvirt that runs there.</param>
internal sealed record MigrationFeatures(IReadOnlyList<string> UriTransports, bool LimitsBandwidth, Version Hypervisor, Version Library)
{
    /// <summary>Asks the host.</summary>
    internal static MigrationFeatures Probe(ConnectionHandle connection, XElement capabilities, Version hypervisor) => new(
        ReadUriTransports(capabilities),
        AnswersMaxSpeed(connection),
        hypervisor,
        LibvirtVersion.Parse(VirConnectGetLibVersion.Call(connection)));

    /// <summary>The transports in a host's capabilities. A host that lists none does not migrate by QEMU's own stream.</summary>
    internal static IReadOnlyList<string> ReadUriTransports(XElement capabilities) =>
        capabilities.Element("host")?.Element("migration_features")?.Element("uri_transports")?.Elements("uri_transport")
            .Select(transport => transport.Value.Trim()).ToList() ?? [];

    // Asked of any virtual system that is there; where there is none, nothing speaks against it.
    private static bool AnswersMaxSpeed(ConnectionHandle connection)
    {
        var domains = VirConnectListAllDomains.Call(connection);
        try
        {
            return domains.Select(Answer).FirstOrDefault(answer => answer is not null) ?? true;
        }
        finally
        {
            foreach (var domain in domains)
            {
                domain.Dispose();
            }
        }
    }

    private static bool? Answer(DomainHandle domain)
    {
        try
        {
            _ = VirDomainMigrateGetMaxSpeed.Call(domain);
            return true;
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoSupport or VirErrorCode.OperationUnsupported)
        {
            return false;
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoDomain or VirErrorCode.OperationInvalid or VirErrorCode.OperationDenied or VirErrorCode.AccessDenied)
        {
            return null;    // it has just gone, or is not for this user to ask
        }
    }
}
