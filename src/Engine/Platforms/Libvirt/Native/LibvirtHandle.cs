using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>
/// One of libvirt's objects. It keeps the object it came from, in the end the connection, open as long as it lives itself.
/// </summary>
internal abstract class LibvirtHandle : SafeHandle
{
    private readonly LibvirtHandle? _parent;

    protected LibvirtHandle(nint value, LibvirtHandle? parent)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        bool added = false;
        parent?.DangerousAddRef(ref added);
        _parent = parent;
        SetHandle(value);
    }

    public sealed override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        int result = Free(handle);
        _parent?.DangerousRelease();
        return result >= 0;
    }

    protected abstract int Free(nint value);
}
