using System;
using System.Linq;
using System.Text;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>A peer's words and values as evidence: bounded, and without what would drive a terminal.</summary>
internal static class Evidence
{
    private const int ValueLength = 160;
    private const int TextLength = 600;

    /// <summary>A text on one line, without control characters, and not endless.</summary>
    public static string Clean(string text) => Bound(text, TextLength);

    /// <summary>A value of the peer's.</summary>
    public static string Of(object? value) => value switch
    {
        string text => "\"" + Bound(text, ValueLength) + "\"",
        object?[] elements => "{ " + string.Join(", ", elements.Take(9).Select(Of)) + (elements.Length > 9 ? ", … " : " ") + "}",
        _ => Bound(CimValue.ToText(value), ValueLength),
    };

    /// <summary>A property with its value, or that it is missing.</summary>
    public static string Of(CimInstance instance, string property) =>
        instance.Find(property) is { } found ? property + " is " + Of(found.Value) : property + " is missing";

    /// <summary>An instance by its path, or by its class where it has none.</summary>
    public static string Of(CimInstance instance) => Bound(instance.ToString(), ValueLength);

    /// <summary>A path.</summary>
    public static string Of(CimObjectPath? path) => path is null ? "NULL" : Bound(path.ToString(), ValueLength);

    private static string Bound(string text, int length)
    {
        var bounded = new StringBuilder(Math.Min(text.Length, length));
        foreach (char c in text)
        {
            if (bounded.Length >= length)
            {
                return bounded.Append('…').ToString();
            }

            bounded.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return bounded.ToString();
    }
}
