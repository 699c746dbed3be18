using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using NetArchTest.Rules;
using VsMigration.Composition;
using Xunit;

namespace VsMigration.Tests.Architecture;

/// <summary>The direction of dependence, read from the compiled code. ARCHITECTURE.md draws the same edges.</summary>
public sealed class LayerTests
{
    private const string Root = "VsMigration.";
    private static readonly Assembly s_engine = typeof(SessionRegistry).Assembly;

    /// <summary>Layer → the layers that it may know. What is not listed may not be known.</summary>
    private static readonly Dictionary<string, string[]> s_mayKnow = new(StringComparer.Ordinal)
    {
        ["Cim"] = Array.Empty<string>(),
        ["Clock"] = Array.Empty<string>(),
        ["Xml"] = Array.Empty<string>(),
        ["Profile"] = new[] { "Cim" },
        ["Wire"] = new[] { "Cim", "Xml" },
        ["Client"] = new[] { "Cim" },
        ["Conformance"] = new[] { "Client", "Cim", "Profile", "Clock" },
        ["Jobs"] = new[] { "Platforms", "Cim", "Profile", "Clock", "Xml" },
        ["Platforms"] = new[] { "Cim", "Profile", "Clock" },
        ["Platforms.Simulator"] = new[] { "Platforms", "Cim", "Profile", "Clock", "Xml" },
        ["Platforms.Libvirt"] = new[] { "Platforms", "Cim", "Profile", "Clock", "Xml" },
        ["Service"] = new[] { "Jobs", "Platforms", "Cim", "Profile", "Clock" },
        ["Server"] = new[] { "Service", "Jobs", "Platforms", "Client", "Cim", "Profile", "Clock" },
        ["Composition"] = new[] { "Server", "Client", "Cim", "Service", "Jobs", "Platforms", "Platforms.Simulator", "Platforms.Libvirt", "Profile", "Clock", "Xml" },
    };

    public static TheoryData<string> Layers => new(s_mayKnow.Keys);

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_knows_only_what_stands_below_it(string layer)
    {
        var types = TypesOf(layer);
        Assert.NotEmpty(types);
        foreach (string other in s_mayKnow.Keys.Where(other => other != layer && !s_mayKnow[layer].Contains(other)))
        {
            var forbidden = TypesOf(other).Select(type => type.FullName!).ToArray();
            var result = NetArchTest.Rules.Types.InAssembly(s_engine)
                .That().MeetCustomRule(new IsIn(layer))
                .ShouldNot().HaveDependencyOnAny(forbidden)
                .GetResult();
            Assert.True(result.IsSuccessful, $"{layer} must not know {other}, but does in: {string.Join(", ", result.FailingTypeNames ?? Enumerable.Empty<string>())}");
        }
    }

    [Fact]
    public void Every_type_of_the_engine_is_in_a_layer() =>
        Assert.DoesNotContain(
            s_engine.GetTypes(),
            type => type.Namespace?.StartsWith("VsMigration", StringComparison.Ordinal) == true && LayerOf(type.Namespace) is null);

    [Fact]
    public void The_engine_does_not_know_PowerShell() =>
        Assert.DoesNotContain(s_engine.GetReferencedAssemblies(), name => name.Name == "System.Management.Automation");

    [Fact]
    public void The_engine_references_nothing_but_the_base_library() =>
        Assert.All(
            s_engine.GetReferencedAssemblies(),
            name => Assert.True(name.Name!.StartsWith("System.", StringComparison.Ordinal) || name.Name is "netstandard" or "Microsoft.Win32.Primitives", name.Name));

    private static List<Type> TypesOf(string layer) =>
        s_engine.GetTypes().Where(type => type.DeclaringType is null && LayerOf(type.Namespace) == layer).ToList();

    // The longest layer name that the namespace begins with: Platforms.Libvirt.Native is in Platforms.Libvirt.
    private static string? LayerOf(string? space) => space is null ? null : s_mayKnow.Keys
        .Where(layer => space == Root + layer || space.StartsWith(Root + layer + ".", StringComparison.Ordinal))
        .OrderByDescending(layer => layer.Length)
        .FirstOrDefault();

    private sealed class IsIn : ICustomRule
    {
        private readonly string _layer;

        public IsIn(string layer) => _layer = layer;

        public bool MeetsRule(Mono.Cecil.TypeDefinition type)
        {
            while (type.DeclaringType is not null)
            {
                type = type.DeclaringType;
            }

            return LayerOf(type.Namespace) == _layer;
        }
    }
}
