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
    private readonly bool _isEmbedded;
    private readonly CimProperty _null;

    private ElementProperty(ElementProperty property, CimPropertyDeclaration declaration)
    {
        _property = property._property;
        _item = property._item;
        _isEmbedded = property._isEmbedded;
        _null = property._null;
        Declaration = declaration;
    }

    private ElementProperty(Type type, PropertyInfo property, CimPropertyAttribute attribute)
    {
        _property = property;
        var list = ListItem(property.PropertyType);
        _item = Nullable.GetUnderlyingType(list ?? property.PropertyType) ?? list ?? property.PropertyType;
        _isEmbedded = ElementMap.AttributeOf(_item) is not null;
        var of = _isEmbedded ? _item : attribute.Of;
        Declaration = new CimPropertyDeclaration
        {
            Name = attribute.Name.Length > 0 ? attribute.Name : property.Name,
            Type = attribute.AnyClass ? CimType.Object : _isEmbedded ? CimType.Instance : CimValue.TypeOf(_item),
            IsArray = list is not null,
            IsKey = attribute.Key,
            IsRequired = attribute.Required,
            IsWritable = attribute.Writable,
            ClassName = of is null ? "" : ElementMap.AttributeOf(of)!.Name,
            ClassOrigin = ElementMap.AttributeOf(type)?.Name ?? "",
        };
        _null = new CimProperty(Declaration.Name, Declaration.Type, null, Declaration.IsArray);
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
        // Most properties of most elements are NULL, and one NULL is as good as another.
        object? value = _property.GetValue(element);
        return value is null ? _null : new CimProperty(
            Declaration.Name,
            Declaration.Type,
            _isEmbedded && Declaration.IsArray ? ((IEnumerable)value).Cast<object?>().Select(ToInstance).ToArray() : _isEmbedded ? ToInstance(value) : value,
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

    // A list of elements may have a NULL among them, as CIM's arrays may.
    private static CimInstance? ToInstance(object? element) => element is null ? null : ElementMap.ToInstance(element);

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
