using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile;

namespace VsMigration.PowerShell.Completion;

/// <summary>Completes names of hosts that were added.</summary>
public sealed class KnownHostCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => ModuleState.Registry.Hosts.GetAll()
            .Select(host => (host.Name, host.ConnectionUri is { } uri ? SecretFree.Text(uri) : host.Name)));
}
