using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile.Methods;

namespace VsMigration.Profile.Schema;

/// <summary>
/// The classes that the engine declares: those of clause 10, what they derive from, and our own subclasses. Read once from the elements'
/// types and the methods' signatures; names are taken without regard to case.
/// </summary>
[Clause("6.1", "7", "10")]
public static class ProfileSchema
{
    private static readonly Lazy<Dictionary<string, Declared>> s_classes = new(Read);

    /// <summary>All classes, by name.</summary>
    public static IReadOnlyList<CimClass> Classes { get; } = s_classes.Value.Values
        .Select(declared => declared.Class)
        .OrderBy(declared => declared.Name, StringComparer.OrdinalIgnoreCase)
        .ToList();

    /// <summary>A class with its inherited properties and methods; null if there is none of that name.</summary>
    public static CimClass? Find(string name) => s_classes.Value.TryGetValue(name, out var declared) ? declared.Class : null;

    /// <summary>The C# type that declares a class; null if there is none of that name.</summary>
    public static Type? TypeOf(string name) => s_classes.Value.TryGetValue(name, out var declared) ? declared.Type : null;

    /// <summary>Whether a class is another, or derives from it (clause 6.1: a subclass counts wherever its class is named).</summary>
    public static bool IsA(string name, string ancestor) =>
        string.Equals(name, ancestor, StringComparison.OrdinalIgnoreCase)
        || (s_classes.Value.TryGetValue(name, out var declared) && declared.Ancestors.Contains(ancestor));

    /// <summary>The classes that a class derives from, the nearest first; none where there is no such class.</summary>
    public static IReadOnlyList<string> SuperClassesOf(string name) =>
        s_classes.Value.TryGetValue(name, out var declared) ? declared.Chain : Array.Empty<string>();

    /// <summary>The classes that derive from a class, of all levels, by name.</summary>
    public static IReadOnlyList<CimClass> SubClassesOf(string name) => Classes
        .Where(candidate => s_classes.Value[candidate.Name].Ancestors.Contains(name))
        .ToList();

    private static Dictionary<string, Declared> Read() => typeof(ProfileSchema).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<CimClassAttribute>(inherit: false) is not null)
        .Select(type => new Declared(type))
        .ToDictionary(declared => declared.Class.Name, StringComparer.OrdinalIgnoreCase);

    private sealed class Declared
    {
        public Declared(Type type)
        {
            Type = type;
            var chain = new List<string>();
            for (var super = ElementMap.Of(type).SuperType; super is not null; super = ElementMap.Of(super).SuperType)
            {
                chain.Add(ElementMap.NameOf(super));
            }

            Chain = chain;
            Ancestors = new HashSet<string>(chain, StringComparer.OrdinalIgnoreCase);
            var own = ElementMap.Of(type).Class;
            Class = own with { Methods = Methods(Enumerable.Reverse(chain).Append(own.Name)) };
        }

        public Type Type { get; }

        public CimClass Class { get; }

        public IReadOnlyList<string> Chain { get; }

        public HashSet<string> Ancestors { get; }

        // Inherited ones first; one that a subclass declares anew takes the place of the inherited one.
        private static List<CimMethodDeclaration> Methods(IEnumerable<string> classes)
        {
            var methods = new List<CimMethodDeclaration>();
            foreach (var method in classes.SelectMany(MethodSignatures.Of))
            {
                int overridden = methods.FindIndex(other => string.Equals(other.Name, method.Name, StringComparison.OrdinalIgnoreCase));
                if (overridden < 0)
                {
                    methods.Add(method);
                }
                else
                {
                    methods[overridden] = method;
                }
            }

            return methods;
        }
    }
}
