using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile;

namespace VsMigration.PowerShell.Completion;

/// <summary>Completes names of hosts: those that were added, and those that the source's platform knows by itself.</summary>
public sealed class HostCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => Hosts(SessionOf(fakeBoundParameters)));

    private static IEnumerable<(string Text, string ToolTip)> Hosts(Uri? source) =>
        ModuleState.Registry.Destinations.Known(source).Select(name => (name, ToolTip(name)));

    private static string ToolTip(string name) =>
        ModuleState.Registry.Hosts.Find(name)?.ConnectionUri is { } uri ? SecretFree.Text(uri) : name;

    private static Uri? SessionOf(IDictionary bound)
    {
        string? text = Completions.Session(bound)?.ToString();
        if (text is null || text.Length == 0)
        {
            return null;
        }

        return UriArgument.IsMeant(text)
            ? UriArgument.Connection(text)
            : ModuleState.Registry.Find(text).Service.ConnectionUri;
    }
}
