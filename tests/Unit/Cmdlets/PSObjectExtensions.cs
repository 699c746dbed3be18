using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace VsMigration.Tests.Cmdlets;

/// <summary>Properties as a script reads them.</summary>
internal static class PSObjectExtensions
{
    /// <summary>A property; several of a path, such as VirtualSystem.Name.</summary>
    public static object? Get(this PSObject value, string path) => path.Split('.').Aggregate(
        (object?)value,
        (current, name) => PSObject.AsPSObject(current).Properties[name] is { } property
            ? property.Value
            : throw new ArgumentException($"There is no property {name} (of {path})."));

    public static string Text(this PSObject value, string path) => LanguagePrimitives.ConvertTo<string>(value.Get(path));

    public static T Get<T>(this PSObject value, string path) =>
        (T)LanguagePrimitives.ConvertTo(value.Get(path), typeof(T), CultureInfo.InvariantCulture);

    public static IReadOnlyList<PSObject> Items(this PSObject value, string path) =>
        LanguagePrimitives.GetEnumerable(value.Get(path)).Cast<object>().Select(PSObject.AsPSObject).ToList();

    public static IReadOnlyList<string> Texts(this IEnumerable<PSObject> values, string path) => values.Select(value => value.Text(path)).ToList();
}
