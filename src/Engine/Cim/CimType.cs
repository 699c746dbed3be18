namespace VsMigration.Cim;

/// <summary>The intrinsic types of CIM (DSP0004 5.2.2), and the two that travel as text: embedded instances and embedded objects.</summary>
public enum CimType
{
    /// <summary>boolean; a <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>uint8; a <see cref="byte"/>.</summary>
    UInt8,

    /// <summary>sint8; an <see cref="sbyte"/>.</summary>
    SInt8,

    /// <summary>uint16; a <see cref="ushort"/>.</summary>
    UInt16,

    /// <summary>sint16; a <see cref="short"/>.</summary>
    SInt16,

    /// <summary>uint32; a <see cref="uint"/>.</summary>
    UInt32,

    /// <summary>sint32; an <see cref="int"/>.</summary>
    SInt32,

    /// <summary>uint64; a <see cref="ulong"/>.</summary>
    UInt64,

    /// <summary>sint64; a <see cref="long"/>.</summary>
    SInt64,

    /// <summary>real32; a <see cref="float"/>.</summary>
    Real32,

    /// <summary>real64; a <see cref="double"/>.</summary>
    Real64,

    /// <summary>char16; a <see cref="char"/>, one UCS-2 character.</summary>
    Char16,

    /// <summary>string; a <see cref="string"/>.</summary>
    String,

    /// <summary>datetime, a point in time or an interval; a <see cref="CimDateTime"/>.</summary>
    DateTime,

    /// <summary>A reference; a <see cref="CimObjectPath"/>.</summary>
    Reference,

    /// <summary>string with the EmbeddedInstance qualifier; a <see cref="CimInstance"/>.</summary>
    Instance,

    /// <summary>string with the EmbeddedObject qualifier; a <see cref="CimInstance"/>.</summary>
    Object,
}
