using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Client;
using VsMigration.Clock;
using VsMigration.Conformance.Checks;
using VsMigration.Profile.Requirements;

namespace VsMigration.Conformance;

/// <summary>
/// Tests any server's implementation of DSP1081 from outside, through the operations and methods that every client has. It assumes
/// nothing of the server: classes may be subclasses, options may be missing, and what is odd is a result and not an exception.
/// </summary>
public sealed class ConformanceWalker
{
    private readonly ICimClient _client;
    private readonly IClock _clock;

    /// <summary>Makes a walker.</summary>
    /// <param name="client">The server.</param>
    /// <param name="clock">Time between looks at a job; null = the machine's.</param>
    public ConformanceWalker(ICimClient client, IClock? clock = null)
    {
        _client = client;
        _clock = clock ?? SystemClock.Instance;
    }

    /// <summary>Tests the server.</summary>
    /// <param name="options">How.</param>
    /// <param name="onSubject">Told what is looked at next; null = nobody wants to know.</param>
    /// <param name="onNote">Told what people should know beside the results: where a virtual system is now, a job that may still run; null = nobody.</param>
    /// <param name="cancellationToken">Ends the test; a migration that it has begun is asked to stop, and waited for.</param>
    /// <returns>One result for each requirement, in the order of the specification.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<ConformanceResult>> RunAsync(
        ConformanceOptions options, Action<string>? onSubject, Action<string>? onNote, CancellationToken cancellationToken)
    {
        using var timeIsUp = new CancellationTokenSource(options.TimeLimit);
        var walk = new Walk(new Peer(_client, options, cancellationToken, timeIsUp.Token), options, _clock) { Tell = onSubject ?? (_ => { }) };
        string end = "";
        try
        {
            end = await LookAsync(walk, options, cancellationToken);
        }
        finally
        {
            foreach (string note in walk.Notes)
            {
                onNote?.Invoke(Evidence.Clean(note));
            }
        }

        return walk.Seen.Merge(row => end.Length > 0 ? end : WhyNot(walk, row));
    }

    private async Task<string> LookAsync(Walk walk, ConformanceOptions options, CancellationToken cancellationToken)
    {
        string end = "";
        foreach (var check in Checks(options, cancellationToken))
        {
            if (end.Length > 0 && check is not (MessageChecks or SummaryChecks))
            {
                continue;
            }

            walk.Tell(check.Subject);
            try
            {
                await check.RunAsync(walk);
            }
            catch (PeerGoneException e)
            {
                end = e.Message + " this was looked at.";
            }
            catch (OperationCanceledException)
            {
                throw;
            }
            catch (Exception e)
            {
                // Not the server's fault, and no reason to lose what else there is to see.
                walk.Notes.Add($"The test of {check.Subject} broke off, which is a fault of VsMigration itself: {e.GetType().Name}: {e.Message}");
            }
        }

        return end;
    }

    private IConformanceCheck[] Checks(ConformanceOptions options, CancellationToken cancellationToken) => new IConformanceCheck[]
    {
        new RegistrationChecks(),
        new ServiceChecks(),
        new CapabilityChecks(),
        new SettingChecks(),
        new SystemChecks(),
        new MethodDeclarationChecks(),
        new CheckMethodChecks(),
        new SettingParameterChecks(),
        new MigrationChecks(() => new Peer(_client, options, CancellationToken.None, CancellationToken.None), cancellationToken),
        new JobChecks(),
        new CorrelationChecks(),
        new OperationChecks(),
        new IndicationChecks(),
        new SchemaChecks(),
        new MessageChecks(),
        new SummaryChecks(),
    };

    /// <summary>Why a requirement that no check has seen was not seen.</summary>
    private static string WhyNot(Walk walk, Requirement row)
    {
        if (walk.Services.Count == 0 && row.Clause != "T27")
        {
            return "there is no migration service to look at";
        }

        string clause = row.Clause;
        return clause.StartsWith("6.2", StringComparison.Ordinal) ? "what goes on inside the hosts cannot be seen from outside"
            : clause == "9.2.2" ? "this use case is not run: it would change the memory of a virtual system"
            : clause is "T34" or "T35" or "T36" or "T37" ? "an indication is delivered to a listener, and this test has none"
            : clause is "T3" or "T5" or "T7" or "T9" ? "this message was not seen"
            : clause is "9.2.1" or "7.5.1" or "7.5.2" or "7.5.3" or "7.5.4" or "8.1.1" or "8.1.2" or "10.4" && !walk.Options.AllowMigration
                ? "only a migration shows it, and none was allowed"
            : clause is "8.1.1" or "8.1.2" && walk.Migration is { } story ? $"the migration was done by {story.Method.Name}"
            : clause is "7.3.2" or "7.3.3" ? "a check does not show which priority or bandwidth it would be"
            : "nothing on this server showed it";
    }
}
