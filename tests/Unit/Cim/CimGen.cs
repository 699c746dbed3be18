using System;
using System.Linq;
using CsCheck;
using VsMigration.Cim;

namespace VsMigration.Tests.Cim;

/// <summary>Generators of CIM's values, paths and instances, fond of what the forms of a path have to escape.</summary>
internal static class CimGen
{
    /// <summary>A name as DSP0004 has them, not only in ASCII.</summary>
    public static readonly Gen<string> Identifier =
        Gen.Select(Gen.Char["AZaz_ÄΩ"], Gen.Char["AZaz_09äω漢"].Array[0, 8], (first, rest) => first + new string(rest));

    /// <summary>Text as XML can have it: no control characters but white space, no half surrogate pairs.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf(
            Gen.Char["\"'\\%,.=:/ <>&;#?@[]\r\n\t09azAZ"].Select(c => c.ToString()),
            Gen.Char[' ', '\ud7ff'].Where(c => c is < '\u007f' or > '\u009f').Select(c => c.ToString()),
            Gen.OneOf("😀", "%41", "%", "\\\"", "\\x41", "TRUE", "NULL", "]]>")).Array[0, 12].Select(string.Concat),
        Gen.OneOf("", "root/cimv2:CIM_X.A=\"b\"", "//h/n:C.K=1", "20260101120000.000000+060", "7"));

    /// <summary>Any text of UTF-16, halves of surrogate pairs among them.</summary>
    public static readonly Gen<string> AnyText = Gen.Char.Array[0, 20].Select(characters => new string(characters));

    public static readonly Gen<CimDateTime> Interval =
        Gen.ULong[0, 10_675_198UL * 86_400_000_000UL].Select(microseconds => CimDateTime.Of(TimeSpan.FromTicks((long)microseconds * 10)));

    public static readonly Gen<CimDateTime> PointInTime = Gen.Select(
        Gen.Long[0, 3_155_000_000_000_000_00L], Gen.Int[-840, 840],
        (microseconds, offset) => CimDateTime.Of(new DateTimeOffset((microseconds * 10) + TimeSpan.TicksPerDay, TimeSpan.FromMinutes(offset))));

    public static readonly Gen<CimDateTime> DateTime = Gen.OneOf(Interval, PointInTime, Gen.OneOf(
        CimDateTime.Parse("20261125******.******+000"), CimDateTime.Parse("000000011012**.******:000"), CimDateTime.Parse("00000000000000.000000+000")));

    /// <summary>Keys of every type that a key can have, other paths among them.</summary>
    public static readonly Gen<CimObjectPath> Path = Gen.Recursive<CimObjectPath>((depth, inner) => PathOf(depth < 3 ? inner : null));

    public static Gen<object> Value(CimType type) => type switch
    {
        CimType.Boolean => Gen.Bool.Select(value => (object)value),
        CimType.UInt8 => Gen.Byte.Select(value => (object)value),
        CimType.SInt8 => Gen.SByte.Select(value => (object)value),
        CimType.UInt16 => Gen.UShort.Select(value => (object)value),
        CimType.SInt16 => Gen.Short.Select(value => (object)value),
        CimType.UInt32 => Gen.UInt.Select(value => (object)value),
        CimType.SInt32 => Gen.Int.Select(value => (object)value),
        CimType.UInt64 => Gen.OneOf(Gen.ULong, Gen.Const(ulong.MaxValue)).Select(value => (object)value),
        CimType.SInt64 => Gen.OneOf(Gen.Long, Gen.Const(long.MinValue)).Select(value => (object)value),
        CimType.Real32 => Gen.Float.Where(float.IsFinite).Select(value => (object)value),
        CimType.Real64 => Gen.Double.Where(double.IsFinite).Select(value => (object)value),
        CimType.Char16 => Gen.Char['!', '\ud7ff'].Where(c => c is < '\u007f' or > '\u009f').Select(value => (object)value),
        CimType.String => Text.Select(value => (object)value),
        CimType.DateTime => DateTime.Select(value => (object)value),
        CimType.Reference => Path.Select(value => (object)value),
        _ => Instance.Select(value => (object)value),
    };

    /// <summary>An instance of some class with properties of some types, arrays with NULL elements among them, and without a path.</summary>
    public static readonly Gen<CimInstance> Instance = Gen.Select(
        Identifier,
        Gen.Select(Identifier, Gen.OneOf(s_simple), Gen.Bool)
            .SelectMany((name, type, isArray) => isArray
                ? Value(type).Null(0.2).Array[0, 3].Select(values => new CimProperty(name, type, values, isArray: true))
                : Value(type).Null(0.2).Select(value => new CimProperty(name, type, value)))
            .Array[0, 4],
        (name, properties) => new CimInstance(name, properties));

    private static CimType[] s_simple =>
        Enum.GetValues<CimType>().Where(type => type is not (CimType.Instance or CimType.Object)).ToArray();

    private static Gen<CimObjectPath> PathOf(Gen<CimObjectPath>? inner) => Gen.Select(
        Identifier,
        Gen.Select(Identifier, Key(inner), (name, key) => new CimProperty(name, key.Type, key.Value)).Array[0, 4].Select(Distinct),
        Identifier.Array[0, 3].Select(parts => string.Join('/', parts)),
        Gen.OneOf("host", "host:5989", "[::1]:5988", "user@host.example").Null(0.4),
        (name, keys, space, host) => new CimObjectPath(name, keys, space, host));

    private static Gen<(CimType Type, object Value)> Key(Gen<CimObjectPath>? inner) =>
        Gen.OneOf(s_simple).SelectMany(type =>
            type != CimType.Reference ? Value(type).Select(value => (type, value))
            : inner is null ? Text.Select(value => (CimType.String, (object)value))
            : inner.Select(value => (type, (object)value)));

    private static CimProperty[] Distinct(CimProperty[] keys) => keys.DistinctBy(key => key.Name, StringComparer.OrdinalIgnoreCase).ToArray();
}
