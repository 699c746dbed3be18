using System;
using System.Globalization;

namespace VsMigration.Cim;

/// <summary>
/// A datetime of CIM: a point in time (<c>yyyymmddhhmmss.mmmmmmsutc</c>) or an interval (<c>ddddddddhhmmss.mmmmmm:000</c>), 25
/// characters, with asterisks from the right where digits are not known (DSP0004 5.2.4). Kept as its text, so that it comes out as it came in.
/// </summary>
public sealed class CimDateTime : IEquatable<CimDateTime>
{
    private const int Length = 25;
    private readonly string _text;

    private CimDateTime(string text) => _text = text;

    /// <summary>Whether it is an interval.</summary>
    public bool IsInterval => _text[21] == ':';

    /// <summary>The point in time, unknown digits as the least they can be; null for an interval, or where even the month is not known.</summary>
    public DateTimeOffset? Time
    {
        get
        {
            string known = _text.Replace('*', '0');
            int year = Number(known, 0, 4), month = Number(known, 4, 2), day = Number(known, 6, 2);
            if (IsInterval || _text[4] == '*' || year < 1 || month is < 1 or > 12)
            {
                return null;
            }

            day = _text[6] == '*' ? 1 : day;
            if (day < 1 || day > DateTime.DaysInMonth(year, month) || Number(known, 8, 2) > 23 || Number(known, 10, 2) > 59 || Number(known, 12, 2) > 59)
            {
                return null;
            }

            int minutes = Number(known, 22, 3) * (_text[21] == '-' ? -1 : 1);
            if (Math.Abs(minutes) > 14 * 60)
            {
                return null;
            }

            return new DateTimeOffset(year, month, day, Number(known, 8, 2), Number(known, 10, 2), Number(known, 12, 2), TimeSpan.FromMinutes(minutes))
                .AddTicks(Number(known, 15, 6) * 10L);
        }
    }

    /// <summary>The interval, unknown digits as 0; null for a point in time, or beyond what <see cref="TimeSpan"/> can hold.</summary>
    public TimeSpan? Span
    {
        get
        {
            if (!IsInterval)
            {
                return null;
            }

            string known = _text.Replace('*', '0');
            long days = Number(known, 0, 8);
            return days > 10_675_198 ? null : new TimeSpan(
                (days * TimeSpan.TicksPerDay) + (Number(known, 8, 2) * TimeSpan.TicksPerHour) + (Number(known, 10, 2) * TimeSpan.TicksPerMinute)
                + (Number(known, 12, 2) * TimeSpan.TicksPerSecond) + (Number(known, 15, 6) * 10L));
        }
    }

    /// <summary>A point in time, to the microsecond.</summary>
    public static CimDateTime Of(DateTimeOffset time) => new(string.Format(
        CultureInfo.InvariantCulture,
        "{0:yyyyMMddHHmmss.ffffff}{1}{2:000}",
        time, time.Offset < TimeSpan.Zero ? '-' : '+', Math.Abs((int)time.Offset.TotalMinutes)));

    /// <summary>An interval, to the microsecond; one below zero counts as zero.</summary>
    public static CimDateTime Of(TimeSpan span)
    {
        span = span < TimeSpan.Zero ? TimeSpan.Zero : span;
        return new CimDateTime(string.Format(
            CultureInfo.InvariantCulture,
            "{0:00000000}{1:00}{2:00}{3:00}.{4:000000}:000",
            span.Days, span.Hours, span.Minutes, span.Seconds, span.Ticks % TimeSpan.TicksPerSecond / 10));
    }

    /// <summary>Reads the 25 characters.</summary>
    /// <exception cref="FormatException">They are none of CIM's datetime.</exception>
    public static CimDateTime Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is no datetime of CIM.");

    /// <summary>Reads the 25 characters; null where they are none of CIM's datetime.</summary>
    public static CimDateTime? TryParse(string text)
    {
        if (text.Length != Length || text[14] != '.' || text[21] is not (':' or '+' or '-'))
        {
            return null;
        }

        bool unknown = false;
        for (int i = 0; i < 21; i++)
        {
            // Once a digit is not known, none to its right is.
            unknown |= text[i] == '*';
            if (i != 14 && !(unknown ? text[i] == '*' : text[i] is >= '0' and <= '9'))
            {
                return null;
            }
        }

        for (int i = 22; i < Length; i++)
        {
            if (text[i] is < '0' or > '9' || (text[21] == ':' && text[i] != '0'))
            {
                return null;
            }
        }

        return new CimDateTime(text);
    }

    /// <inheritdoc/>
    public bool Equals(CimDateTime? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CimDateTime);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The 25 characters.</summary>
    public override string ToString() => _text;

    private static int Number(string text, int start, int length) =>
        int.Parse(text.Substring(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
