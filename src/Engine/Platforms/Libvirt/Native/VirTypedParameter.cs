using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>struct _virTypedParameter: a name, a type, and a value of at most eight bytes; text is a pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 96)]
internal unsafe struct VirTypedParameter
{
    /// <summary>Bytes of a name, with its closing zero.</summary>
    internal const int FieldLength = 80;

    [FieldOffset(0)]
    internal fixed byte Field[FieldLength];

    [FieldOffset(FieldLength)]
    internal VirTypedParameterType Type;

    [FieldOffset(88)]
    internal int Int;

    [FieldOffset(88)]
    internal uint UInt;

    [FieldOffset(88)]
    internal long LLong;

    [FieldOffset(88)]
    internal ulong ULLong;

    [FieldOffset(88)]
    internal double Double;

    [FieldOffset(88)]
    internal byte Boolean;

    [FieldOffset(88)]
    internal nint Text;
}

/// <summary>virTypedParameterType.</summary>
internal enum VirTypedParameterType
{
    Int = 1,
    UInt = 2,
    LLong = 3,
    ULLong = 4,
    Double = 5,
    Boolean = 6,
    Text = 7,
}
