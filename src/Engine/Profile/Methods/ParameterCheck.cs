using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Profile.Schema;

namespace VsMigration.Profile.Methods;

/// <summary>The one check of a call's parameters against the method's declaration, before any handler sees them. Pure.</summary>
[Clause("8-1")]
public static class ParameterCheck
{
    /// <summary>The input parameters of a call by name, each as its declaration has it; those left out or NULL are not among them.</summary>
    /// <exception cref="MigrationException">ParameterInvalid, with one SVPC8040 for each thing that is wrong: all of them at once.</exception>
    public static IReadOnlyDictionary<string, CimProperty> Check(CimMethodDeclaration method, IReadOnlyList<CimProperty> given)
    {
        var taken = new Dictionary<string, CimProperty>(StringComparer.OrdinalIgnoreCase);
        var faults = new List<Fault>();
        foreach (var parameter in given)
        {
            var declared = method.Parameters.FirstOrDefault(candidate => candidate.IsIn && Same(candidate.Name, parameter.Name));
            if (declared is null)
            {
                faults.Add(new Fault(parameter.Name, 0, "no input parameter of this method", "one of " + string.Join(", ", method.Parameters.Where(known => known.IsIn).Select(known => known.Name))));
            }
            else if (taken.ContainsKey(parameter.Name))
            {
                faults.Add(new Fault(declared.Name, 0, "given more than once", "one value"));
            }
            else if (parameter.Value is not null && Take(declared, parameter, faults) is { } value)
            {
                taken.Add(declared.Name, value);
            }
        }

        faults.AddRange(method.Parameters
            .Where(declared => declared.IsIn && declared.IsRequired && !taken.ContainsKey(declared.Name) && !faults.Exists(fault => Same(fault.Parameter, declared.Name)))
            .Select(missing => new Fault(missing.Name, 0, "NULL", Expected(missing))));
        return faults.Count == 0 ? taken : throw Invalid(method.Name, faults);
    }

    /// <summary>The exception for one parameter that is wrong.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="error">What it is: <c>'x'</c>, <c>NULL</c>.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="index">The index of the element that is wrong, where it is an array.</param>
    public static MigrationException Invalid(string method, string parameter, string error, string expected, int index = 0) =>
        Invalid(method, new[] { new Fault(parameter, index, error, expected) });

    private static MigrationException Invalid(string method, IReadOnlyList<Fault> faults)
    {
        var errors = faults.Select(fault => StandardMessages.ParameterInvalid.Error(
            "Give the parameter as the method declares it.",
            method, fault.Parameter, fault.Index.ToString(CultureInfo.InvariantCulture), fault.Error, fault.Expected)).ToList();
        return new MigrationException(MigrationErrorKind.ParameterInvalid, string.Join(" ", errors.Select(error => error.Message)), errors);
    }

    private static CimProperty? Take(CimParameterDeclaration declared, CimProperty given, List<Fault> faults)
    {
        if (given.IsArray != declared.IsArray)
        {
            faults.Add(new Fault(declared.Name, 0, given.IsArray ? "an array" : "no array", Expected(declared)));
            return null;
        }

        int before = faults.Count;
        var elements = given.Elements;
        var values = new object?[elements.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            values[i] = Element(declared, elements[i], i, faults);
        }

        return faults.Count == before ? new CimProperty(declared.Name, declared.Type, declared.IsArray ? values : values[0], declared.IsArray) : null;
    }

    private static object? Element(CimParameterDeclaration declared, object? value, int index, List<Fault> faults)
    {
        string? className = value switch
        {
            null => null,
            CimObjectPath path => path.ClassName,
            CimInstance instance => instance.ClassName,
            _ => null,
        };
        try
        {
            // NULL as an element says nothing that a parameter of this profile could mean.
            value = value is null ? null : CimValue.Normalize(declared.Type, isArray: false, value, declared.Name);
        }
        catch (CimException)
        {
            value = null;
        }

        if (value is null)
        {
            faults.Add(new Fault(declared.Name, index, "of another type", Expected(declared)));
        }
        else if (className is not null && declared.ClassName.Length > 0 && !ProfileSchema.IsA(className, declared.ClassName))
        {
            faults.Add(new Fault(declared.Name, index, "of the class " + className, Expected(declared)));
        }

        return value;
    }

    private static string Expected(CimParameterDeclaration declared) =>
        (declared.IsArray ? "an array of " : "")
        + declared.Type switch
        {
            CimType.Reference => "a reference to an instance of " + declared.ClassName,
            CimType.Instance or CimType.Object => "an embedded instance of " + (declared.ClassName.Length > 0 ? declared.ClassName : "any class"),
            _ => "type " + declared.Type.ToString().ToLowerInvariant(),
        };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed record Fault(string Parameter, int Index, string Error, string Expected);
}
