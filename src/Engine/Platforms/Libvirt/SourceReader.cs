using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Reads virtual systems where they are.</summary>
internal static class SourceReader
{
    /// <summary>Every virtual system of a host.</summary>
    internal static IReadOnlyList<VirtualSystem> ReadSystems(LibvirtConnection connection)
    {
        var systems = new List<VirtualSystem>();
        foreach (var domain in VirConnectListAllDomains.Call(connection.Handle))
        {
            using (domain)
            {
                try
                {
                    systems.Add(ReadSystem(connection, domain, DomainDefinition.Parse(VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.None))));
                }
                catch (LibvirtException e) when (e.Code == VirErrorCode.NoDomain)
                {
                    // It went away between the list and the look.
                }
            }
        }

        return systems.OrderBy(system => system.Name, StringComparer.Ordinal).ToList();
    }

    /// <summary>One virtual system.</summary>
    internal static VirtualSystem ReadSystem(LibvirtConnection connection, DomainHandle domain, DomainDefinition definition)
    {
        var state = VirDomainGetState.Call(domain).State;
        bool hasSavedState = state is DomainState.ShutOff or DomainState.Crashed && HasManagedSave(domain);
        return new VirtualSystem
        {
            Name = definition.Name,
            Id = definition.Uuid,
            State = SystemStates.Of(state, hasSavedState),
            Memory = definition.Memory,
            ProcessorCount = definition.ProcessorCount,
            HostName = connection.HostName,
            OtherIdentifyingInfo = [definition.Uuid, .. definition.Adapters.Select(adapter => adapter.Mac), .. Tags(definition)],
            IdentifyingDescriptions =
                [Correlation.Guid, .. definition.Adapters.Select(_ => Correlation.Mac), .. Tags(definition).Select(_ => Correlation.Tag)],
        };
    }

    /// <summary>One virtual system of an identifier; null where there is none.</summary>
    internal static VirtualSystem? Find(LibvirtConnection connection, string systemId) => IfThere(systemId, () =>
    {
        using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, systemId);
        return ReadSystem(connection, domain, DomainDefinition.Parse(VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.None)));
    });

    /// <summary>The definition of a virtual system; null where there is none of that identifier.</summary>
    internal static SystemDefinition? FindDefinition(LibvirtConnection connection, string systemId) =>
        IfThere(systemId, () => Describe(connection, systemId, DomainXmlFlags.None).Definition);

    /// <summary>All that a check needs to know.</summary>
    internal static SourceFacts ReadFacts(LibvirtConnection connection, string systemId)
    {
        using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, systemId);
        string xml = ReadDefinition(domain);
        var definition = DomainDefinition.Parse(xml);
        var system = ReadSystem(connection, domain, definition);
        var disks = definition.Disks.Select(disk => SourceDisks.Read(connection, domain, disk)).ToList();
        return new SourceFacts
        {
            System = system,
            HostId = connection.HostId,
            HostName = connection.HostName,
            HypervisorVersion = connection.HypervisorVersion,
            IsPersistent = VirDomainIsPersistent.Call(domain),
            Autostart = VirDomainGetAutostart.Call(domain),
            IsBusy = HostView.HasJob(domain),
            SnapshotCount = Supported(() => VirDomainSnapshotNum.Call(domain)),
            HasSavedState = HasManagedSave(domain),
            HasFirmwareStore = definition.HasFirmwareStore,
            HasEmulatedTpm = definition.HasEmulatedTpm,
            HostDevices = definition.HostDevices,
            Disks = disks,
            Adapters = definition.Adapters,
            Architecture = definition.Architecture,
            MachineType = definition.MachineType,
            Emulator = definition.Emulator,
            SettingData = Define(system, definition, disks),
            Definition = xml,
        };
    }

    /// <summary>One virtual system and its definition, as it runs or as it will start the next time.</summary>
    /// <exception cref="LibvirtException">NoDomain: it is not there.</exception>
    internal static (VirtualSystem System, SystemDefinition Definition) Describe(LibvirtConnection connection, string systemId, DomainXmlFlags flags)
    {
        using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, systemId);
        var definition = DomainDefinition.Parse(VirDomainGetXMLDesc.Call(domain, flags));
        var system = ReadSystem(connection, domain, definition);
        return (system, Define(system, definition, definition.Disks.Select(disk => SourceDisks.Describe(connection, domain, disk))));
    }

    private static SystemDefinition Define(VirtualSystem system, DomainDefinition definition, IEnumerable<DiskFacts> disks) =>
        DefinitionElements.Create(system, definition.Texts, definition.Adapters, disks);

    // An identifier on libvirt is a UUID.
    private static T? IfThere<T>(string systemId, Func<T> read)
        where T : class
    {
        try
        {
            return Guid.TryParse(systemId, out _) ? read() : null;
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.NoDomain)
        {
            return null;
        }
    }

    private static string[] Tags(DomainDefinition definition) => definition.AssetTag.Length > 0 ? [definition.AssetTag] : [];

    // As it runs, in the form that another host could take; a driver that knows no such form gives the plain one.
    private static string ReadDefinition(DomainHandle domain)
    {
        try
        {
            return VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.Migratable);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.InvalidArg or VirErrorCode.NoSupport)
        {
            return VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.None);
        }
    }

    private static bool HasManagedSave(DomainHandle domain) => Supported(() => VirDomainHasManagedSaveImage.Call(domain));

    private static T Supported<T>(Func<T> ask)
        where T : struct
    {
        try
        {
            return ask();
        }
        catch (LibvirtException e) when (e.Code == VirErrorCode.NoSupport)
        {
            return default;
        }
    }
}
