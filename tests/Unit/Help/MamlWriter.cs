using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace VsMigration.Tests.Help;

/// <summary>Writes the help of the cmdlets, in the form that Get-Help reads, from what the cmdlets say of themselves.</summary>
internal sealed class MamlWriter
{
    private static readonly XNamespace s_help = "http://msh";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly XmlDocumentation _comments;

    public MamlWriter(XmlDocumentation comments) => _comments = comments;

    /// <summary>The help of these cmdlets, by name.</summary>
    public XDocument Write(IEnumerable<Type> cmdlets) => new(new XElement(
        s_help + "helpItems",
        new XAttribute("schema", "maml"),
        cmdlets.OrderBy(NameOf, StringComparer.Ordinal).Select(Command)));

    public static string NameOf(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return attribute.VerbName + "-" + attribute.NounName;
    }

    /// <summary>The parameters that a cmdlet declares, with each set that has them.</summary>
    public static IReadOnlyList<(PropertyInfo Property, ParameterAttribute Set)> ParametersOf(Type cmdlet) =>
        (from property in cmdlet.GetProperties()
         from set in property.GetCustomAttributes<ParameterAttribute>()
         orderby property.Name, set.ParameterSetName
         select (property, set)).ToList();

    private XElement Command(Type cmdlet)
    {
        var names = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        var parameters = ParametersOf(cmdlet);
        return new XElement(
            s_command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", s_maml),
            new XAttribute(XNamespace.Xmlns + "command", s_command),
            new XAttribute(XNamespace.Xmlns + "dev", s_dev),
            new XElement(
                s_command + "details",
                new XElement(s_command + "name", NameOf(cmdlet)),
                new XElement(s_command + "verb", names.VerbName),
                new XElement(s_command + "noun", names.NounName),
                Description(_comments.Summary(cmdlet))),
            Description(_comments.Remarks(cmdlet)),
            new XElement(s_command + "syntax", Sets(parameters).Select(set => SyntaxOf(cmdlet, set, parameters, names))),
            new XElement(s_command + "parameters", parameters.GroupBy(pair => pair.Property.Name).Select(group => Parameter(group.ToList()))),
            new XElement(s_command + "inputTypes", InputsOf(parameters).Select(type => Typed("inputType", type))),
            new XElement(
                s_command + "returnValues",
                cmdlet.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(type => Typed("returnValue", type.Name))),
            new XElement(s_command + "examples", _comments.Examples(cmdlet).Select(Example)),
            new XElement(
                s_maml + "relatedLinks",
                new XElement(s_maml + "navigationLink", new XElement(s_maml + "linkText", "about_VsMigration")),
                new XElement(s_maml + "navigationLink", new XElement(s_maml + "linkText", "about_VsMigration_Hosts")),
                new XElement(s_maml + "navigationLink", new XElement(s_maml + "linkText", "about_VsMigration_Jobs"))));
    }

    private static IEnumerable<string> Sets(IReadOnlyList<(PropertyInfo Property, ParameterAttribute Set)> parameters)
    {
        var sets = parameters.Select(pair => pair.Set.ParameterSetName).Where(set => set != ParameterAttribute.AllParameterSets).Distinct().ToList();
        return sets.Count == 0 ? new[] { ParameterAttribute.AllParameterSets } : sets;
    }

    private XElement SyntaxOf(
        Type cmdlet, string set, IReadOnlyList<(PropertyInfo Property, ParameterAttribute Set)> parameters, CmdletAttribute names)
    {
        var own = parameters
            .Where(pair => pair.Set.ParameterSetName == set || pair.Set.ParameterSetName == ParameterAttribute.AllParameterSets)
            .OrderBy(pair => pair.Set.Position < 0 ? int.MaxValue : pair.Set.Position)
            .ThenByDescending(pair => pair.Set.Mandatory)
            .ThenBy(pair => pair.Property.Name, StringComparer.Ordinal);
        var common = names.SupportsShouldProcess ? new[] { "WhatIf", "Confirm" } : Array.Empty<string>();
        return new XElement(
            s_command + "syntaxItem",
            new XElement(s_maml + "name", NameOf(cmdlet)),
            own.Select(pair => Parameter(new[] { pair })),
            common.Select(name => new XElement(s_command + "parameter", new XAttribute("required", "false"), new XAttribute("position", "named"), new XElement(s_maml + "name", name))));
    }

    private XElement Parameter(IReadOnlyList<(PropertyInfo Property, ParameterAttribute Set)> sets)
    {
        var property = sets[0].Property;
        var aliases = property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? Array.Empty<string>();
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        string text = _comments.Summary(property);
        if (type.IsEnum)
        {
            text += " Values: " + string.Join(", ", Enum.GetNames(type)) + ".";
        }

        bool byValue = sets.Any(pair => pair.Set.ValueFromPipeline);
        bool byName = sets.Any(pair => pair.Set.ValueFromPipelineByPropertyName);
        return new XElement(
            s_command + "parameter",
            new XAttribute("required", sets.All(pair => pair.Set.Mandatory) ? "true" : "false"),
            new XAttribute("globbing", property.GetCustomAttribute<SupportsWildcardsAttribute>() is null ? "false" : "true"),
            new XAttribute("pipelineInput", (byValue, byName) switch
            {
                (true, true) => "true (ByValue, ByPropertyName)",
                (true, false) => "true (ByValue)",
                (false, true) => "true (ByPropertyName)",
                _ => "false",
            }),
            new XAttribute("position", sets.Max(pair => pair.Set.Position) is >= 0 and var position ? position.ToString(CultureInfo.InvariantCulture) : "named"),
            new XAttribute("aliases", aliases.Count == 0 ? "none" : string.Join(", ", aliases)),
            new XElement(s_maml + "name", property.Name),
            Description(text),
            type == typeof(SwitchParameter) ? null : new XElement(s_command + "parameterValue", new XAttribute("required", "true"), type.Name));
    }

    private static IEnumerable<string> InputsOf(IReadOnlyList<(PropertyInfo Property, ParameterAttribute Set)> parameters) =>
        parameters.Where(pair => pair.Set.ValueFromPipeline).Select(pair => (pair.Property.PropertyType.GetElementType() ?? pair.Property.PropertyType).Name).Distinct();

    private static XElement Typed(string element, string type) =>
        new(s_command + element, new XElement(s_dev + "type", new XElement(s_maml + "name", type)));

    private static XElement Example((string Code, string Text) example, int index) => new(
        s_command + "example",
        new XElement(s_maml + "title", $"Example {index + 1}"),
        new XElement(s_dev + "code", example.Code),
        new XElement(s_dev + "remarks", new XElement(s_maml + "para", example.Text)));

    private static XElement Description(string text) => new(s_maml + "description", new XElement(s_maml + "para", text));
}
