using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace VsMigration.Cim;

/// <summary>Object paths as text (DSP0004 8.2.5): <c>//host/root/cimv2:CIM_Class.Key1="text",Key2=7</c>.</summary>
public static class ObjectPathText
{
    /// <summary>Writes a path.</summary>
    public static string Write(CimObjectPath path) => Write(path, alwaysSlash: false);

    /// <summary>
    /// Reads a path. A quoted key is a string, also where it is a datetime or a reference, and a number has the widest type of its kind;
    /// <see cref="CimObjectPath.Typed"/> and the other overloads know better.
    /// </summary>
    /// <exception cref="FormatException">It is no object path.</exception>
    public static CimObjectPath Parse(string text) => new ObjectPathParser(text).Parse();

    /// <summary>Reads a path and gives its keys the types that their classes declare.</summary>
    /// <param name="text">The path.</param>
    /// <param name="classes">Finds a class by its name; null where it is not known.</param>
    /// <exception cref="FormatException">It is no object path, or a key is no value of its type.</exception>
    public static CimObjectPath Parse(string text, Func<string, CimClass?> classes) => Parse(text).Typed(classes);

    /// <summary>The same where it is known which class the path is of.</summary>
    /// <exception cref="FormatException">It is no object path, or a key is no value of its type.</exception>
    public static CimObjectPath Parse(string text, CimClass declared) =>
        Parse(text, name => string.Equals(name, declared.Name, StringComparison.OrdinalIgnoreCase) ? declared : null);

    /// <summary>The form that both textual forms share; a WBEM URI begins with a slash and has a colon also where there is no namespace.</summary>
    internal static string Write(CimObjectPath path, bool alwaysSlash)
    {
        string host = path.Host is null ? (alwaysSlash ? "/" : "") : "//" + path.Host + "/";
        string space = host.Length + path.Namespace.Length > 0 ? host + path.Namespace + ":" : "";
        string keys = string.Join(",", path.Keys.Select(key => key.Name + "=" + Value(key, alwaysSlash)));
        return space + path.ClassName + (keys.Length > 0 ? "." + keys : "");
    }

    private static string Value(CimProperty key, bool alwaysSlash) => key.Value switch
    {
        null => "NULL",
        bool truth => truth ? "TRUE" : "FALSE",
        char single => Quoted(single.ToString(CultureInfo.InvariantCulture), '\''),
        CimObjectPath reference => Quoted(Write(reference, alwaysSlash), '"'),
        string or CimDateTime => Quoted(CimValue.ToText(key.Value), '"'),
        _ => CimValue.ToText(key.Value),
    };

    // The escapes of MOF (DSP0004 annex A); what needs none has none.
    private static string Quoted(string text, char quote)
    {
        var quoted = new StringBuilder(text.Length + 2).Append(quote);
        foreach (char c in text)
        {
            if (c == '\\' || c == quote)
            {
                quoted.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                quoted.Append("\\x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append(quote).ToString();
    }
}
