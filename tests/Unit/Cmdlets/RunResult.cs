using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PowerShellCall = System.Management.Automation.PowerShell;

namespace VsMigration.Tests.Cmdlets;

/// <summary>What a script wrote.</summary>
public sealed record RunResult(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>Gathers it; an error that ended the script counts as an error like the others.</summary>
    public static RunResult Of(PowerShellCall shell, IEnumerable<PSObject> output, ErrorRecord? terminating) => new(
        output.ToList(),
        terminating is null ? shell.Streams.Error.ToList() : shell.Streams.Error.Append(terminating).ToList(),
        shell.Streams.Warning.Select(warning => warning.Message).ToList());
}
