using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Xml.Linq;
using VsMigration.PowerShell.Commands;
using VsMigration.Xml;
using Xunit;

namespace VsMigration.Tests.Help;

/// <summary>
/// en-US holds what the cmdlets' doc comments say. After changing one: <c>VSM_UPDATE_HELP=1 dotnet test tests/Unit --filter HelpFileTests</c>.
/// </summary>
public sealed class HelpFileTests
{
    private static readonly Assembly s_assembly = typeof(StartVSMigrationCommand).Assembly;
    private static readonly XmlDocumentation s_comments = new(s_assembly);
    private static readonly string s_root = Lab.RepositoryRoot;
    private static readonly string s_file = Path.Combine(s_root, "en-US", "VsMigration.PowerShell.dll-Help.xml");

    private static readonly IReadOnlyList<Type> s_cmdlets =
        s_assembly.GetTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null).ToList();

    public static TheoryData<string> Names => new(s_cmdlets.Select(MamlWriter.NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void The_help_file_says_what_the_cmdlets_say()
    {
        var expected = new MamlWriter(s_comments).Write(s_cmdlets);
        if (Environment.GetEnvironmentVariable("VSM_UPDATE_HELP") == "1")
        {
            expected.Save(s_file);
        }

        Assert.True(
            XNode.DeepEquals(BoundedXml.Parse(expected.ToString()).Root, BoundedXml.Load(s_file).Root),
            "en-US is stale: VSM_UPDATE_HELP=1 dotnet test tests/Unit --filter HelpFileTests");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cmdlet_says_what_it_is_and_every_parameter_what_it_means(string name)
    {
        var cmdlet = Cmdlet(name);
        Assert.NotEmpty(s_comments.Summary(cmdlet));
        Assert.NotEmpty(s_comments.Remarks(cmdlet));
        Assert.True(s_comments.Examples(cmdlet).Count() >= 2, "two examples at least");
        Assert.All(MamlWriter.ParametersOf(cmdlet), pair => Assert.NotEmpty(s_comments.Summary(pair.Property)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_names_only_what_there_is(string name) =>
        Assert.All(s_comments.Examples(Cmdlet(name)), example =>
        {
            var script = Parser.ParseInput(example.Code, out _, out var errors);
            Assert.Empty(errors);
            foreach (var command in script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                if (command.GetCommandName() is { } called && called.Contains("-VSMigration", StringComparison.Ordinal))
                {
                    var known = MamlWriter.ParametersOf(Cmdlet(called)).Select(pair => pair.Property.Name).Concat(["WhatIf", "Confirm"]).ToList();
                    Assert.All(command.CommandElements.OfType<CommandParameterAst>(), used => Assert.Contains(used.ParameterName, known));
                }
            }
        });

    [Fact]
    public void The_manifest_exports_the_cmdlets_there_are()
    {
        string manifest = File.ReadAllText(Path.Combine(s_root, "VsMigration.psd1"));
        var table = (HashtableAst)Parser.ParseInput(manifest, out _, out _).Find(node => node is HashtableAst, searchNestedScriptBlocks: false);
        var exported = table.KeyValuePairs.Single(pair => pair.Item1.ToString() == "CmdletsToExport").Item2
            .FindAll(node => node is StringConstantExpressionAst, searchNestedScriptBlocks: true).Select(node => ((StringConstantExpressionAst)node).Value);

        Assert.Equal(s_cmdlets.Select(MamlWriter.NameOf).Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Get_Help_finds_it()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{Path.Combine(s_root, "VsMigration.psd1")}'; Get-Help Start-VSMigration -Full");

        var help = Assert.Single(shell.Invoke());

        Assert.Empty(shell.Streams.Error);
        Assert.Equal("Migrates virtual systems.", help.Properties["Synopsis"].Value);
    }

    [Theory]
    [InlineData("about_VsMigration")]
    [InlineData("about_VsMigration_Hosts")]
    [InlineData("about_VsMigration_Jobs")]
    public void The_topics_are_there_and_begin_as_topics_do(string topic) =>
        Assert.StartsWith("TOPIC\n    " + topic + "\n", File.ReadAllText(Path.Combine(s_root, "en-US", topic + ".help.txt")), StringComparison.Ordinal);

    private static Type Cmdlet(string name) => s_cmdlets.Single(type => MamlWriter.NameOf(type) == name);
}
