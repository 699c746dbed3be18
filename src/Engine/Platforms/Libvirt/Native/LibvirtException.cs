using System;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A libvirt call failed. Never leaves the driver: <see cref="LibvirtErrors"/> turns it into the engine's exception.</summary>
internal sealed class LibvirtException : Exception
{
    internal LibvirtException(VirError error)
        : base(error.Message)
    {
        Error = error;
    }

    internal VirError Error { get; }

    internal VirErrorCode Code => Error.Code;
}
