using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CsCheck;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile.Schema;
using VsMigration.Tests.Cim;

namespace VsMigration.Tests.Profile.Elements;

/// <summary>All elements that have instances, and generators of them made from their declarations.</summary>
internal static class ElementGen
{
    private const double Nulls = 0.3;

    public static readonly IReadOnlyList<Type> Concrete =
        ProfileSchema.Classes.Select(declared => ProfileSchema.TypeOf(declared.Name)!).Where(type => !type.IsAbstract).ToList();

    /// <summary>The C# properties of an element that declare CIM's, overridden ones once.</summary>
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) => type.GetProperties()
        .Where(property => property.GetCustomAttribute<CimPropertyAttribute>() is not null)
        .ToList();

    /// <summary>An element with values in all its properties, some of them NULL.</summary>
    public static Gen<object> Of(Type type)
    {
        var properties = PropertiesOf(type);
        var values = properties.Select(property => Value(property.PropertyType).Null(Nulls))
            .Aggregate(Gen.Const(Array.Empty<object?>()), (all, next) => Gen.Select(all, next, (some, one) => some.Append(one).ToArray()));
        return values.Select(all =>
        {
            object element = Activator.CreateInstance(type)!;
            foreach (var (property, value) in properties.Zip(all))
            {
                property.SetValue(element, value);
            }

            return element;
        });
    }

    public static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (string, _) => Equals(left, right),
        (System.Collections.IEnumerable a, System.Collections.IEnumerable b) =>
            a.Cast<object?>().Count() == b.Cast<object?>().Count() && a.Cast<object?>().Zip(b.Cast<object?>(), AreSame).All(same => same),
        (not null, not null) when left.GetType() == right.GetType() && left.GetType().GetCustomAttribute<CimClassAttribute>() is not null =>
            PropertiesOf(left.GetType()).All(property => AreSame(property.GetValue(left), property.GetValue(right))),
        _ => Same.Value(left, right),
    };

    private static Gen<object> Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            return Value(item).Array[0, 3].Select(items =>
            {
                var array = Array.CreateInstance(item, items.Length);
                Array.Copy(items, array, items.Length);
                return (object)array;
            });
        }

        return type switch
        {
            _ when type.IsEnum => Gen.OneOf(Gen.OneOf(Enum.GetValues(type).Cast<object>().ToArray()), Gen.UShort.Select(number => Enum.ToObject(type, number))),
            _ when type == typeof(TimeSpan) => CimGen.Interval.Select(time => (object)time.Span!.Value),
            _ when type.GetCustomAttribute<CimClassAttribute>() is not null => Of(type),
            _ => CimGen.Value(CimValue.TypeOf(type)),
        };
    }
}
