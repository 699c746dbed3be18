using System.Linq;

namespace VsMigration.Cim;

/// <summary>Object paths as text (DSP0004 8.2.5): <c>//host/root/cimv2:CIM_Class.Key1="text",Key2=7</c>.</summary>
public static class ObjectPathText
{
    /// <summary>Writes a path.</summary>
    public static string Write(CimObjectPath path)
    {
        string space = (path.Host is null ? "" : "//" + path.Host + "/") + path.Namespace;
        string keys = string.Join(",", path.Keys.Select(key => key.Name + "=" + Value(key)));
        return (space.Length > 0 ? space + ":" : "") + path.ClassName + (keys.Length > 0 ? "." + keys : "");
    }

    private static string Value(CimProperty key) => key.Type switch
    {
        CimType.String or CimType.DateTime or CimType.Char16 or CimType.Reference =>
            "\"" + CimValue.ToText(key.Value).Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"",
        _ => CimValue.ToText(key.Value),
    };
}
