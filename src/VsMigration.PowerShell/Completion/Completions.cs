using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using VsMigration.Composition;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Completion;

/// <summary>What the completers share.</summary>
internal static class Completions
{
    private static readonly char[] s_quotes = { '\'', '"' };
    private static readonly string[] s_sessionParameters = { "Session", "CimSession", "ConnectionUri" };

    /// <summary>The candidates that begin with what was typed, by name, quoted where they need it. Where they cannot be had, none.</summary>
    public static IEnumerable<CompletionResult> Of(string typed, Func<IEnumerable<(string Text, string ToolTip)>> candidates)
    {
        string start = (typed ?? "").Trim(s_quotes);
        try
        {
            return candidates()
                .Where(candidate => candidate.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .GroupBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)
                .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
                .Select(group => new CompletionResult(Quote(group.Key), group.Key, CompletionResultType.ParameterValue, group.First().ToolTip))
                .ToList();
        }
        catch (Exception e) when (e is MigrationException or AggregateException or OperationCanceledException)
        {
            return Enumerable.Empty<CompletionResult>(); // nobody wants an error in the middle of a word
        }
    }

    /// <summary>The session that the command line names so far; null if none.</summary>
    public static SessionReference? Session(IDictionary bound)
    {
        object? value = s_sessionParameters.Select(name => bound[name]).FirstOrDefault(given => given is not null);
        return (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            MigrationSession session => new SessionReference(session),
            Uri uri => new SessionReference(uri),
            string { Length: > 0 } text => new SessionReference(text),
            _ => null,
        };
    }

    private static string Quote(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '+' or '/' or '\\') ? text : "'" + text.Replace("'", "''") + "'";
}
