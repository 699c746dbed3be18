using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Completion;

/// <summary>Completes numbers of jobs.</summary>
public sealed class JobIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => ModuleState.Registry.GetJobs((_, _) => { })
            .Select(job => (job.Id.ToString(CultureInfo.InvariantCulture), job.Name + ": " + job.JobState)));
}
