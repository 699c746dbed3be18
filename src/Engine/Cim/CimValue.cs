using System;
using System.Collections;
using System.Globalization;
using System.Linq;

namespace VsMigration.Cim;

/// <summary>CIM values as CLR values: one form each, checked once, when a property is made.</summary>
public static class CimValue
{
    /// <summary>Brings a value into the form that its type has in the engine.</summary>
    /// <param name="type">The type; an element's where it is an array.</param>
    /// <param name="isArray">Whether it is an array; any sequence is taken then.</param>
    /// <param name="value">The value: a number of any size that fits, an enumeration (its number), a time or a span of time, and so on.</param>
    /// <param name="name">Whose value it is, for the message.</param>
    /// <exception cref="CimException">TypeMismatch: the value is of another type, or does not fit.</exception>
    public static object? Normalize(CimType type, bool isArray, object? value, string name)
    {
        try
        {
            return value is null ? null : isArray ? Array(type, value) : Scalar(type, value);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            throw new CimException(
                CimStatus.TypeMismatch,
                $"'{ToText(value)}' is no value of {name}, which is {(isArray ? "an array of " : "")}{CimTypeNames.Of(type)}.",
                inner: e);
        }
    }

    /// <summary>The type that a property of this CLR type has where nothing else is said; enumerations are uint16.</summary>
    /// <exception cref="ArgumentException">No CIM type has such values.</exception>
    public static CimType TypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type.IsEnum => CimType.UInt16,
            _ when type == typeof(bool) => CimType.Boolean,
            _ when type == typeof(byte) => CimType.UInt8,
            _ when type == typeof(sbyte) => CimType.SInt8,
            _ when type == typeof(ushort) => CimType.UInt16,
            _ when type == typeof(short) => CimType.SInt16,
            _ when type == typeof(uint) => CimType.UInt32,
            _ when type == typeof(int) => CimType.SInt32,
            _ when type == typeof(ulong) => CimType.UInt64,
            _ when type == typeof(long) => CimType.SInt64,
            _ when type == typeof(float) => CimType.Real32,
            _ when type == typeof(double) => CimType.Real64,
            _ when type == typeof(char) => CimType.Char16,
            _ when type == typeof(string) => CimType.String,
            _ when type == typeof(CimDateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) => CimType.DateTime,
            _ when type == typeof(CimObjectPath) => CimType.Reference,
            _ when type == typeof(CimInstance) => CimType.Instance,
            _ => throw new ArgumentException("No CIM type has values of " + type.FullName),
        };
    }

    /// <summary>A value for people and for messages; culture plays no part.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "NULL",
        string text => text,
        bool truth => truth ? "true" : "false",
        float real => CimValueText.OfReal(real),
        double real => CimValueText.OfReal(real),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable elements => "{ " + string.Join(", ", elements.Cast<object?>().Select(ToText)) + " }",
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether two key values are the same: numbers by their value, since a textual path does not tell their size.</summary>
    internal static bool SameKey(object? left, object? right) => (left, right) switch
    {
        (CimObjectPath a, CimObjectPath b) => a.Equals(b),
        (CimObjectPath, _) or (_, CimObjectPath) => false,
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => string.Equals(ToText(left), ToText(right), StringComparison.Ordinal),
    };

    private static object?[] Array(CimType type, object value) => value is IEnumerable elements and not string
        ? elements.Cast<object?>().Select(element => element is null ? null : Scalar(type, element)).ToArray()
        : throw new InvalidCastException();

    private static object Scalar(CimType type, object value) => type switch
    {
        CimType.Boolean => (bool)value,
        CimType.UInt8 => Number(value, number => Convert.ToByte(number, CultureInfo.InvariantCulture)),
        CimType.SInt8 => Number(value, number => Convert.ToSByte(number, CultureInfo.InvariantCulture)),
        CimType.UInt16 => Number(value, number => Convert.ToUInt16(number, CultureInfo.InvariantCulture)),
        CimType.SInt16 => Number(value, number => Convert.ToInt16(number, CultureInfo.InvariantCulture)),
        CimType.UInt32 => Number(value, number => Convert.ToUInt32(number, CultureInfo.InvariantCulture)),
        CimType.SInt32 => Number(value, number => Convert.ToInt32(number, CultureInfo.InvariantCulture)),
        CimType.UInt64 => Number(value, number => Convert.ToUInt64(number, CultureInfo.InvariantCulture)),
        CimType.SInt64 => Number(value, number => Convert.ToInt64(number, CultureInfo.InvariantCulture)),
        CimType.Real32 => value is float real ? real : throw new InvalidCastException(),
        CimType.Real64 => value is double real ? real : (double)(value is float single ? single : throw new InvalidCastException()),
        CimType.Char16 => (char)value,
        CimType.String => value is Guid id ? id.ToString("D", CultureInfo.InvariantCulture) : (string)value,
        CimType.DateTime => value switch
        {
            CimDateTime time => time,
            DateTimeOffset time => CimDateTime.Of(time),
            TimeSpan span => CimDateTime.Of(span),
            string text => CimDateTime.Parse(text),
            _ => throw new InvalidCastException(),
        },
        CimType.Reference => (CimObjectPath)value,
        _ => (CimInstance)value,
    };

    private static object Number(object value, Func<object, object> convert) => value switch
    {
        Enum => convert(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        byte or sbyte or ushort or short or uint or int or ulong or long => convert(value),
        _ => throw new InvalidCastException(),
    };
}
