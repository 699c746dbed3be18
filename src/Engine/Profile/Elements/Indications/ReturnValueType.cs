namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_InstMethodCall.ReturnValueType (experimental schema).</summary>
[Clause("10.19")]
public enum ReturnValueType
{
    /// <summary>boolean</summary>
    Boolean = 2,

    /// <summary>string</summary>
    String = 3,

    /// <summary>char16</summary>
    Char16 = 4,

    /// <summary>uint8</summary>
    UInt8 = 5,

    /// <summary>sint8</summary>
    SInt8 = 6,

    /// <summary>uint16</summary>
    UInt16 = 7,

    /// <summary>sint16</summary>
    SInt16 = 8,

    /// <summary>uint32, which the methods of a migration service return</summary>
    UInt32 = 9,

    /// <summary>sint32</summary>
    SInt32 = 10,

    /// <summary>uint64</summary>
    UInt64 = 11,

    /// <summary>sint64</summary>
    SInt64 = 12,

    /// <summary>datetime</summary>
    DateTime = 13,

    /// <summary>real32</summary>
    Real32 = 14,

    /// <summary>real64</summary>
    Real64 = 15,

    /// <summary>a reference</summary>
    Reference = 16,
}
