using System.Globalization;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Xml;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Whether a host has the emulator and the machine type that a virtual system needs, and how many processors that has at the most; 0 = not known.</summary>
internal sealed record DomainCapabilities(bool HasEmulator, bool HasMachineType, int MaximumProcessorCount = 0)
{
    /// <summary>Asks the host. libvirt answers "cannot be" with one error or another, so what is missing is found by leaving things out.</summary>
    internal static DomainCapabilities Ask(ConnectionHandle connection, DomainDefinition definition)
    {
        return MaximumProcessors(connection, definition, definition.MachineType) is { } most
            ? new(HasEmulator: true, HasMachineType: true, most)
            : new(HasEmulator: MaximumProcessors(connection, definition, machine: null) is not null, HasMachineType: false);
    }

    // Null where there is no such emulator or machine type.
    private static int? MaximumProcessors(ConnectionHandle connection, DomainDefinition definition, string? machine)
    {
        try
        {
            string xml = VirConnectGetDomainCapabilities.Call(
                connection, NullIfEmpty(definition.Emulator), NullIfEmpty(definition.Architecture), NullIfEmpty(machine), NullIfEmpty(definition.VirtualizationType));
            return int.TryParse(DomainDefinition.Attribute(BoundedXml.Parse(xml).Root!.Element("vcpu"), "max"), NumberStyles.None, CultureInfo.InvariantCulture, out int most) ? most : 0;
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoSupport)
        {
            return 0;    // a driver that cannot tell: no finding is made up
        }
        catch (LibvirtException e) when (e.Error.Domain is not VirErrorDomain.Rpc)
        {
            return null;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
