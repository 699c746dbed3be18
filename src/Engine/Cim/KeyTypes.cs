using System;
using System.Linq;

namespace VsMigration.Cim;

/// <summary>Gives the keys of a path the types that their class declares.</summary>
internal static class KeyTypes
{
    /// <summary>How deep paths may stand in each other, in any form. An association to an association is 2.</summary>
    public const int MaxDepth = 8;

    public static CimObjectPath Apply(CimObjectPath path, Func<string, CimClass?> classes, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"More than {MaxDepth} object paths stand in each other.");
        }

        return classes(path.ClassName) is { } declared
            ? new CimObjectPath(path.ClassName, path.Keys.Select(key => Apply(key, declared, classes, depth)).ToList(), path.Namespace, path.Host)
            : path;
    }

    private static CimProperty Apply(CimProperty key, CimClass declared, Func<string, CimClass?> classes, int depth)
    {
        var declaration = key.Name.Length > 0 ? declared.Property(key.Name) : OnlyKey(declared);
        if (declaration is null || key.Value is null)
        {
            return key;
        }

        object value = key.Value switch
        {
            CimObjectPath path => path,
            CimDateTime time when declaration.Type == CimType.DateTime => time,
            var other => CimValueText.Parse(declaration.Type, CimValue.ToText(other)),
        };
        if (value is CimObjectPath reference)
        {
            value = declaration.Type == CimType.Reference
                ? Apply(reference, classes, depth + 1)
                : throw new FormatException($"{declared.Name}.{declaration.Name} is {CimTypeNames.Of(declaration.Type)} and no reference.");
        }

        return new CimProperty(declaration.Name, declaration.Type, value);
    }

    // CIM-XML may leave out the name of a class's only key (DSP0201, INSTANCENAME).
    private static CimPropertyDeclaration? OnlyKey(CimClass declared)
    {
        var keys = declared.Properties.Where(property => property.IsKey).Take(2).ToList();
        return keys.Count == 1 ? keys[0] : null;
    }
}
