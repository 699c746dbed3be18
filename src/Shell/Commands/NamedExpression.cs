using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace VsMigration.Shell.Commands;

/// <summary>One entry of -Property: a name with or without wildcards, a script block, or a hashtable with Name and Expression.</summary>
internal sealed class NamedExpression
{
    private readonly PSPropertyExpression _expression;
    private readonly string? _name;

    private NamedExpression(PSPropertyExpression expression, string? name, bool? descending)
    {
        _expression = expression;
        _name = name;
        Descending = descending;
    }

    /// <summary>The order that this entry asks for by itself (Sort-Object); null = the command's.</summary>
    public bool? Descending { get; }

    /// <exception cref="PSArgumentException">The entry is none of the three.</exception>
    public static NamedExpression Parse(object? entry)
    {
        var value = entry is PSObject wrapped ? wrapped.BaseObject : entry;
        if (value is not IDictionary table)
        {
            return new NamedExpression(Expression(value), name: null, descending: null);
        }

        string? name = null;
        object? expression = null;
        bool? descending = null;
        foreach (DictionaryEntry item in table)
        {
            switch (Convert.ToString(item.Key, System.Globalization.CultureInfo.InvariantCulture)?.ToUpperInvariant())
            {
                case "N" or "NAME" or "L" or "LABEL":
                    name = LanguagePrimitives.ConvertTo<string>(item.Value);
                    break;
                case "E" or "EXPRESSION":
                    expression = item.Value is PSObject inner ? inner.BaseObject : item.Value;
                    break;
                case "DESCENDING":
                    descending = LanguagePrimitives.IsTrue(item.Value);
                    break;
                case "ASCENDING":
                    descending = !LanguagePrimitives.IsTrue(item.Value);
                    break;
                default:
                    throw new PSArgumentException($"'{item.Key}' is not a key of a calculated property: Name, Expression, Ascending, Descending.");
            }
        }

        return new NamedExpression(Expression(expression ?? name), name, descending);
    }

    /// <summary>The properties of an object that the entry means, by the names they get.</summary>
    /// <returns>One with a null value where the object has no such property and the name has no wildcard.</returns>
    public IEnumerable<KeyValuePair<string, object?>> Evaluate(PSObject item)
    {
        if (_expression.Script is not null)
        {
            yield return new(_name ?? _expression.ToString(), Value(_expression, item));
            yield break;
        }

        var names = _expression.ResolveNames(item);
        if (names.Count == 0 && !_expression.HasWildCardCharacters)
        {
            yield return new(_name ?? _expression.ToString(), null);
        }

        foreach (var name in names)
        {
            yield return new(_name ?? name.ToString(), Value(name, item));
        }
    }

    /// <summary>The first value of it; null when there is none.</summary>
    public object? FirstValue(PSObject item) => Evaluate(item).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>A calculated value that fails is no value, as in pwsh.</summary>
    private static object? Value(PSPropertyExpression expression, PSObject item) =>
        expression.GetValues(item).FirstOrDefault(result => result.Exception is null)?.Result;

    private static PSPropertyExpression Expression(object? value) => value switch
    {
        ScriptBlock script => new PSPropertyExpression(script),
        string name when name.Length > 0 => new PSPropertyExpression(name),
        _ => throw new PSArgumentException("A property is a name, a script block, or a hashtable with Name and Expression."),
    };
}
