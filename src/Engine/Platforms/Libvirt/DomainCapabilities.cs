using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Whether a host has the emulator and the machine type that a virtual system needs.</summary>
internal sealed record DomainCapabilities(bool HasEmulator, bool HasMachineType)
{
    /// <summary>Asks the host. libvirt answers "cannot be" with one error or another, so what is missing is found by leaving things out.</summary>
    internal static DomainCapabilities Ask(ConnectionHandle connection, DomainDefinition definition)
    {
        if (Has(connection, definition, definition.MachineType))
        {
            return new(HasEmulator: true, HasMachineType: true);
        }

        return new(HasEmulator: Has(connection, definition, machine: null), HasMachineType: false);
    }

    private static bool Has(ConnectionHandle connection, DomainDefinition definition, string? machine)
    {
        try
        {
            VirConnectGetDomainCapabilities.Call(
                connection, NullIfEmpty(definition.Emulator), NullIfEmpty(definition.Architecture), NullIfEmpty(machine), NullIfEmpty(definition.VirtualizationType));
            return true;
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoSupport)
        {
            return true;    // a driver that cannot tell: no finding is made up
        }
        catch (LibvirtException e) when (e.Error.Domain is not VirErrorDomain.Rpc)
        {
            return false;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
