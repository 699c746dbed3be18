using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Reads what one host offers one virtual system.</summary>
internal static class DestinationReader
{
    private const int Incompatible = 0;
    private const uint FailIncompatible = 1;

    internal static DestinationFacts Read(LibvirtConnection connection, SourceFacts source, MigrationOrder order)
    {
        var definition = DomainDefinition.Parse(source.Definition);
        var capabilities = connection.GetDomainCapabilities(definition);
        var (compatible, difference) = capabilities.HasEmulator && capabilities.HasMachineType
            ? CompareProcessor(connection, definition)
            : (null, "");
        return new DestinationFacts
        {
            HostId = connection.HostId,
            HostName = connection.HostName,
            HypervisorVersion = connection.HypervisorVersion,
            FreeMemory = FreeMemory(connection),
            ProcessorCount = (int)VirNodeGetInfo.Call(connection.Handle).Processors,
            SameName = Find(connection, () => VirDomainLookupByName.Call(connection.Handle, order.Change.NameOf(source.System))),
            SameId = Find(connection, () => VirDomainLookupByUUIDString.Call(connection.Handle, source.System.Id)),
            HasEmulator = capabilities.HasEmulator,
            HasMachineType = capabilities.HasMachineType,
            ProcessorCompatible = compatible,
            ProcessorDifference = difference,
            IsLoopback = ConnectionUris.IsLoopback(order.Destination),
            MaximumProcessorCount = capabilities.MaximumProcessorCount,
            Disks = DestinationDisks.Read(connection, source, order.Change),
            NewDisks = DestinationDisks.ReadNew(connection, source, order.Change),
            MissingNetworks = order.Change.NetworksOf(source.Adapters).Where(network => IsMissing(connection, network)).ToList(),
            OtherFindings = [.. TransportRules.Check(source, order, connection.HypervisorVersion), .. ChangeRules.Check(source, order)],
        };
    }

    // What is free or can be given back at once.
    private static ulong FreeMemory(LibvirtConnection connection)
    {
        var kibibytes = VirNodeGetMemoryStats.Call(connection.Handle);
        return (kibibytes.GetValueOrDefault("free") + kibibytes.GetValueOrDefault("buffers") + kibibytes.GetValueOrDefault("cached")) * 1024;
    }

    private static VirtualSystem? Find(LibvirtConnection connection, Func<DomainHandle> lookup)
    {
        try
        {
            using var domain = lookup();
            return SourceReader.ReadSystem(connection, domain, DomainDefinition.Parse(VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.None)));
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.NoDomain)
        {
            return null;
        }
    }

    private static (bool? Compatible, string Difference) CompareProcessor(LibvirtConnection connection, DomainDefinition definition)
    {
        if (definition.ProcessorXml is null)
        {
            return (null, "");
        }

        try
        {
            int result = VirConnectCompareHypervisorCPU.Call(
                connection.Handle,
                definition.Emulator.Length > 0 ? definition.Emulator : null,
                definition.Architecture,
                definition.MachineType,
                definition.VirtualizationType,
                definition.ProcessorXml,
                FailIncompatible);
            return (result != Incompatible, "");
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.CpuIncompatible)
        {
            return (false, e.Message);
        }
        catch (LibvirtException e) when (e.Error.Domain != VirErrorDomain.Rpc)
        {
            return (null, "");  // it cannot tell for this architecture, model or driver
        }
    }

    // A host that cannot list what it has is not said to lack anything.
    private static bool IsMissing(LibvirtConnection connection, NetworkFacts network)
    {
        try
        {
            if (network.Kind == "network")
            {
                using var found = VirNetworkLookupByName.Call(connection.Handle, network.Name);
                return !VirNetworkIsActive.Call(found);
            }

            using var device = VirInterfaceLookupByName.Call(connection.Handle, network.Name);
            return false;
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoNetwork or VirErrorCode.NoInterface)
        {
            return true;
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.NoSupport)
        {
            return false;
        }
    }
}
