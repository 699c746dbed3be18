using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace VsMigration.PowerShell.Completion;

/// <summary>Completes units of bandwidth as people write them; every programmatic unit of a data rate (DSP0004 annex C) is accepted.</summary>
public sealed class BandwidthUnitCompleter : IArgumentCompleter
{
    private static readonly (string Text, string ToolTip)[] s_units =
    {
        ("MiB/s", "byte/second*2^20"),
        ("GiB/s", "byte/second*2^30"),
        ("KiB/s", "byte/second*2^10"),
        ("Mbit/s", "bit/second*10^6"),
        ("Gbit/s", "bit/second*10^9"),
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => s_units);
}
