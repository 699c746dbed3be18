using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Completion;

/// <summary>Completes names of open sessions, and the schemes of connection URIs.</summary>
public sealed class SessionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () => ModuleState.Registry.Sessions.Select(session => (session.Name, session.ConnectionUri))
            .Concat(ModuleState.Platforms.Schemes.Select(scheme => (scheme + ":", "A connection URI"))));
}
