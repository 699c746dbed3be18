using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>Reads properties of a peer's instances, whose types are whatever the peer sent. What is not of the kind asked for is null.</summary>
internal static class Reading
{
    /// <summary>A number; null where it is NULL, missing or of another type.</summary>
    public static long? Number(this CimInstance instance, string name) => instance.Find(name) is { IsArray: false } property ? NumberOf(property.Value) : null;

    /// <summary>A text; null where it is NULL, missing or of another type.</summary>
    public static string? Text(this CimInstance instance, string name) => instance[name] as string;

    /// <summary>A truth; null where it is NULL, missing or of another type.</summary>
    public static bool? Truth(this CimInstance instance, string name) => instance[name] as bool?;

    /// <summary>A time; null where it is NULL, missing or of another type.</summary>
    public static CimDateTime? Time(this CimInstance instance, string name) => instance[name] as CimDateTime;

    /// <summary>A reference, with a namespace; null where it is NULL, missing or of another type.</summary>
    public static CimObjectPath? Reference(this CimInstance instance, string name, string nameSpace) => (instance[name] as CimObjectPath)?.OrIn(nameSpace);

    /// <summary>The numbers of an array; null where it is NULL, missing, or has anything else in it.</summary>
    public static IReadOnlyList<long>? Numbers(this CimInstance instance, string name)
    {
        if (instance.Find(name) is not { IsArray: true, Value: not null } array)
        {
            return null;
        }

        var numbers = array.Elements.Where(element => element is not null).Select(NumberOf).ToList();
        return numbers.Contains(null) ? null : numbers.Select(number => number!.Value).ToList();
    }

    /// <summary>The texts of an array, NULL elements as empty ones; null where it is NULL, missing, or has anything else in it.</summary>
    public static IReadOnlyList<string>? Texts(this CimInstance instance, string name) =>
        instance.Find(name) is { IsArray: true, Value: not null } array && array.Elements.All(element => element is null or string)
            ? array.Elements.Select(element => element as string ?? "").ToList() : null;

    /// <summary>An embedded instance; null where it is NULL, missing or of another type.</summary>
    public static CimInstance? Embedded(this CimInstance instance, string name) => instance[name] as CimInstance;

    /// <summary>A number of any CIM type; null where it is none.</summary>
    public static long? NumberOf(object? value) => value switch
    {
        ulong number => number > long.MaxValue ? null : (long)number,
        byte or sbyte or ushort or short or uint or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether a class is a class of the profile or, by its name, one derived from it: KVM_ComputerSystem for CIM_ComputerSystem.</summary>
    public static bool IsNamedAfter(this string className, string profileClass) =>
        className.EndsWith("_" + profileClass.Substring(profileClass.IndexOf('_') + 1), StringComparison.OrdinalIgnoreCase);
}
