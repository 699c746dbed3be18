using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace VsMigration.Cim.Mapping;

/// <summary>One row of an element's table: a C# property, the CIM property that it declares, and the way between their values.</summary>
internal sealed class ElementProperty
{
    private readonly PropertyInfo _property;
    private readonly Type _item;

    private ElementProperty(ElementProperty property, CimPropertyDeclaration declaration)
    {
        _property = property._property;
        _item = property._item;
        Declaration = declaration;
    }

    private ElementProperty(Type type, PropertyInfo property, CimPropertyAttribute attribute)
    {
        _property = property;
        var list = ListItem(property.PropertyType);
        _item = Nullable.GetUnderlyingType(list ?? property.PropertyType) ?? list ?? property.PropertyType;
        bool embedded = ElementMap.AttributeOf(_item) is not null;
        var of = embedded ? _item : attribute.Of;
        Declaration = new CimPropertyDeclaration
        {
            Name = attribute.Name.Length > 0 ? attribute.Name : property.Name,
            Type = attribute.AnyClass ? CimType.Object : embedded ? CimType.Instance : CimValue.TypeOf(_item),
            IsArray = list is not null,
            IsKey = attribute.Key,
            IsRequired = attribute.Required,
            IsWritable = attribute.Writable,
            ClassName = of is null ? "" : ElementMap.AttributeOf(of)!.Name,
            ClassOrigin = ElementMap.AttributeOf(type)?.Name ?? "",
        };
    }

    public CimPropertyDeclaration Declaration { get; }

    /// <summary>The rows that one class adds to those of its superclass.</summary>
    public static IEnumerable<ElementProperty> DeclaredBy(Type type) =>
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let attribute = property.GetCustomAttribute<CimPropertyAttribute>(inherit: false)
        where attribute is not null
        select new ElementProperty(type, property, attribute);

    /// <summary>This row in the place of one that it overrides.</summary>
    public ElementProperty Overriding(ElementProperty overridden) => new(this, Declaration with
    {
        IsKey = Declaration.IsKey || overridden.Declaration.IsKey,
        IsRequired = Declaration.IsRequired || overridden.Declaration.IsRequired,
        IsWritable = Declaration.IsWritable || overridden.Declaration.IsWritable,
        ClassOrigin = overridden.Declaration.ClassOrigin,
    });

    /// <summary>The property of an element.</summary>
    public CimProperty Read(object element)
    {
        object? value = _property.GetValue(element);
        return new CimProperty(
            Declaration.Name,
            Declaration.Type,
            value is IEnumerable items && Declaration.IsArray ? items.Cast<object?>().Select(ToCim).ToArray() : ToCim(value),
            Declaration.IsArray);
    }

    /// <summary>Sets the property of an element.</summary>
    /// <exception cref="CimException">TypeMismatch.</exception>
    public void Write(object element, CimProperty given)
    {
        if (given.IsArray != Declaration.IsArray)
        {
            throw new CimException(CimStatus.TypeMismatch, $"{Declaration.Name} is {(Declaration.IsArray ? "" : "no ")}array.");
        }

        try
        {
            _property.SetValue(element, Declaration.IsArray ? ToList(given.Elements) : ToClr(given.Value!));
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            throw new CimException(CimStatus.TypeMismatch, $"'{CimValue.ToText(given.Value)}' is no value of {Declaration.Name}.", inner: e);
        }
    }

    private static object? ToCim(object? value) =>
        value is not null && ElementMap.AttributeOf(value.GetType()) is not null ? ElementMap.ToInstance(value) : value;

    private Array ToList(object?[] elements)
    {
        var array = Array.CreateInstance(_item, elements.Length);
        for (int i = 0; i < elements.Length; i++)
        {
            // CIM arrays may have NULL elements; of what has none in C#, the default stands for it.
            array.SetValue(elements[i] is { } element ? ToClr(element) : null, i);
        }

        return array;
    }

    private object ToClr(object value)
    {
        if (value is CimInstance instance && _item != typeof(CimInstance))
        {
            return ElementMap.FromInstance(_item, instance);
        }

        if (value is CimDateTime time && _item != typeof(CimDateTime))
        {
            return _item == typeof(TimeSpan)
                ? time.Span ?? throw new FormatException("It is no interval.")
                : time.Time ?? throw new FormatException("It is no point in time.");
        }

        // Whatever size a peer's number has, it must fit into ours.
        object normal = CimValue.Normalize(Declaration.Type, isArray: false, value, Declaration.Name)!;
        return _item.IsEnum ? Enum.ToObject(_item, normal) : normal;
    }

    private static Type? ListItem(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
