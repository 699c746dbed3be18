using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>
/// An element of a world's file that a person may have written: each attribute is read once, with its type and bounds, and what
/// nobody asked for is an error, so that a misspelt word does not pass for a default.
/// </summary>
internal sealed class SimulatorElement
{
    /// <summary>No quantity is larger: 64 PiB, so that sums cannot overflow.</summary>
    public const ulong MaxNumber = 1UL << 56;

    private const int MaxCount = 1_000_000;
    private const int MaxChildren = 10_000;
    private const int MaxText = 1024;

    private readonly XElement _element;
    private readonly HashSet<string> _attributes;
    private readonly HashSet<string> _children;

    private SimulatorElement(XElement element)
    {
        _element = element;
        _attributes = new HashSet<string>(element.Attributes().Select(attribute => attribute.Name.ToString()), StringComparer.Ordinal);
        _children = new HashSet<string>(element.Elements().Select(child => child.Name.ToString()), StringComparer.Ordinal);
    }

    /// <summary>The root of a document.</summary>
    public static SimulatorElement Root(XDocument document, string name) => document.Root?.Name == name
        ? new SimulatorElement(document.Root)
        : throw Invalid($"The root element is <{document.Root?.Name}> and not <{name}>.");

    /// <summary>The error for a world that cannot be read.</summary>
    public static MigrationException Invalid(string message, Exception? inner = null) => new(
        MigrationErrorKind.ConfigurationInvalid, message, "Correct the simulator's file, or remove it: a missing file is created with the default world.", inner);

    /// <summary>A text that may be left out.</summary>
    public string Text(string name, string otherwise)
    {
        string text = Take(name) ?? otherwise;
        return text.Length <= MaxText ? text : throw Wrong(name, "is longer than " + MaxText + " characters");
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Name(string name)
    {
        string text = Text(name, "");
        return text.Length > 0 ? text : throw Wrong(name, "is missing");
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name, bool otherwise) => Take(name) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        var other => throw Wrong(name, $"is '{Short(other)}' and neither true nor false"),
    };

    /// <summary>A quantity of bytes; zero where it is left out.</summary>
    public ulong Number(string name, ulong min = 0)
    {
        string text = Take(name) ?? "0";
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value >= min && value <= MaxNumber
            ? value
            : throw Wrong(name, $"is '{Short(text)}' and not a whole number from {min} to {MaxNumber}");
    }

    /// <summary>A small number.</summary>
    public int Count(string name, int otherwise, int max = MaxCount)
    {
        string text = Take(name) ?? otherwise.ToString(CultureInfo.InvariantCulture);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= max
            ? value
            : throw Wrong(name, $"is '{Short(text)}' and not a whole number from 0 to {max}");
    }

    /// <summary>A word of an enumeration.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum
    {
        string? text = Take(name);
        // Enum.TryParse would take numbers and lists of words too.
        return Array.IndexOf(Enum.GetNames(typeof(T)), text) >= 0
            ? (T)Enum.Parse(typeof(T), text!)
            : throw Wrong(name, $"is '{Short(text ?? "")}' and none of {string.Join(", ", Enum.GetNames(typeof(T)))}");
    }

    /// <summary>A word of an enumeration that may be left out.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum => _element.Attribute(name) is null ? otherwise : Choice<T>(name);

    /// <summary>A word of an enumeration; null where it is left out.</summary>
    public T? OptionalChoice<T>(string name)
        where T : struct, Enum => _element.Attribute(name) is null ? null : Choice<T>(name);

    /// <summary>A number of 16 bits; null where it is left out.</summary>
    public ushort? OptionalShort(string name) => _element.Attribute(name) is null ? null : (ushort)Count(name, 0, ushort.MaxValue);

    /// <summary>A text; null where it is left out.</summary>
    public string? OptionalText(string name) => _element.Attribute(name) is null ? null : Text(name, "");

    /// <summary>A duration of at most a day; null for <c>never</c>.</summary>
    public TimeSpan? Seconds(string name, TimeSpan otherwise)
    {
        string? text = Take(name);
        if (text is null or "never")
        {
            return text is null ? otherwise : null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= 86400
            ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : throw Wrong(name, $"is '{Short(text)}' and neither never nor a number of seconds up to 86400");
    }

    /// <summary>A time; null where it is left out.</summary>
    public DateTimeOffset? Time(string name)
    {
        string? text = Take(name);
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Wrong(name, $"is '{Short(text)}' and no time like 2026-01-31T12:00:00.0000000+00:00");
    }

    /// <summary>A version with at least two numbers.</summary>
    public Version Version(string name)
    {
        string text = Name(name);
        return System.Version.TryParse(text, out var version) ? version : throw Wrong(name, $"is '{Short(text)}' and no version");
    }

    /// <summary>The names of child elements that have nothing else.</summary>
    public IReadOnlyList<string> Names(string child) => Children(child, element => element.Name("name"));

    /// <summary>Child elements of a name.</summary>
    public IReadOnlyList<T> Children<T>(string child, Func<SimulatorElement, T> read)
    {
        _children.Remove(child);
        var elements = _element.Elements(child).Take(MaxChildren + 1).ToList();
        return elements.Count <= MaxChildren
            ? elements.Select(element => ReadWhole(new SimulatorElement(element), read)).ToList()
            : throw Invalid($"<{_element.Name.LocalName}> has more than {MaxChildren} <{child}>.");
    }

    /// <summary>Sees that everything has been asked for.</summary>
    public void End()
    {
        if (_attributes.Count > 0)
        {
            throw Wrong(_attributes.First(), "is not known");
        }

        if (_children.Count > 0)
        {
            throw Invalid($"<{_element.Name.LocalName}> has an element <{Short(_children.First())}> that is not known.");
        }
    }

    private static T ReadWhole<T>(SimulatorElement element, Func<SimulatorElement, T> read)
    {
        T result = read(element);
        element.End();
        return result;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text.Substring(0, 60) + "…";

    private string? Take(string name)
    {
        _attributes.Remove(name);
        return _element.Attribute(name)?.Value;
    }

    private MigrationException Wrong(string attribute, string what) =>
        Invalid($"The attribute {Short(attribute)} of <{_element.Name.LocalName}> {what}.");
}
