using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The job of a virtual system: its type, and its figures by name.</summary>
internal static partial class VirDomainGetJobStats
{
    internal static unsafe (DomainJobType Type, IReadOnlyDictionary<string, object> Figures) Call(DomainHandle domain, JobStatsFlags flags)
    {
        VirTypedParameter* items = null;
        int count = 0;
        Ensure.Success(virDomainGetJobStats(domain, out int type, ref items, ref count, (uint)flags));
        try
        {
            return ((DomainJobType)type, TypedParameters.Read(items, count));
        }
        finally
        {
            virTypedParamsFree(items, count);
        }
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virDomainGetJobStats(DomainHandle domain, out int type, ref VirTypedParameter* items, ref int count, uint flags);

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial void virTypedParamsFree(VirTypedParameter* items, int count);
}
