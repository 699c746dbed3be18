using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;

namespace VsMigration.PowerShell.Completion;

/// <summary>Completes names of virtual systems. A host that does not answer within a second completes nothing.</summary>
public sealed class SystemCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(wordToComplete, () =>
        {
            using var patience = new CancellationTokenSource(s_patience);
            var asking = Task.Run(() => SystemsAsync(Completions.Session(fakeBoundParameters), patience.Token), patience.Token);
            return asking.Wait(s_patience)
                ? asking.Result.Select(system => (system.Name, $"{system.State}, {HumanUnits.Bytes(system.Memory)}, on {system.HostName}"))
                : Enumerable.Empty<(string, string)>();
        });

    private static async Task<IReadOnlyList<VirtualSystem>> SystemsAsync(SessionReference? reference, CancellationToken cancellationToken)
    {
        SessionRegistry registry = ModuleState.Registry;
        var session = reference is null
            ? await registry.ImplyAsync(uri: null, cancellationToken)
            : await reference.ResolveAsync(registry, cancellationToken);
        return await session.Service.GetSystemsAsync(cancellationToken);
    }
}
