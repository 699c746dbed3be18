using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Lets the source host migrate a virtual system to another host. Blocks until it has, or has failed.</summary>
internal static partial class VirDomainMigrateToURI3
{
    /// <param name="domain">The virtual system at the source.</param>
    /// <param name="destinationUri">The destination's connection URI, as the source sees it.</param>
    /// <param name="parameters">VIR_MIGRATE_PARAM_*.</param>
    /// <param name="flags">With <see cref="MigrateFlags.PeerToPeer"/>.</param>
    internal static unsafe void Call(DomainHandle domain, string destinationUri, TypedParameters parameters, MigrateFlags flags)
    {
        var array = parameters.ToArray();
        fixed (VirTypedParameter* first = array)
        {
            Ensure.Success(virDomainMigrateToURI3(domain, destinationUri, first, (uint)array.Length, (uint)flags));
        }
    }

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int virDomainMigrateToURI3(
        DomainHandle domain, string destinationUri, VirTypedParameter* parameters, uint count, uint flags);
}
