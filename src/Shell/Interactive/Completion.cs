using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RadLine;
using VsMigration.Shell.Session;

namespace VsMigration.Shell.Interactive;

/// <summary>Completes words by PowerShell's own completion: commands, parameters, values, known hosts.</summary>
internal sealed class Completion(ShellSession session) : ITextCompletion
{
    public IEnumerable<string>? GetCompletions(string prefix, string word, string suffix)
    {
        using var powershell = PowerShell.Create(session.Runspace);
        try
        {
            var result = CommandCompletion.CompleteInput(prefix + word + suffix, prefix.Length + word.Length, options: null, powershell);

            // The editor replaces the whole word, PowerShell perhaps its end only.
            var kept = result.ReplacementIndex - prefix.Length;
            return kept < 0 || kept > word.Length ? null : result.CompletionMatches.Select(match => word[..kept] + match.CompletionText).ToList();
        }
        catch (RuntimeException)
        {
            return null;  // a completer that fails completes nothing
        }
    }
}
