using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Use case 9.2.1: a live migration, really done. Only where it is allowed.</summary>
internal sealed class MigrationChecks : IConformanceCheck
{
    private readonly Func<Peer> _lastDoor;
    private readonly CancellationToken _stopped;

    /// <summary>Makes the check.</summary>
    /// <param name="lastDoor">Makes a door that is open when the walk's is closed: a job must be stopped all the same.</param>
    /// <param name="stopped">The caller's cancellation.</param>
    public MigrationChecks(Func<Peer> lastDoor, CancellationToken stopped)
    {
        _lastDoor = lastDoor;
        _stopped = stopped;
    }

    /// <inheritdoc/>
    public string Subject => "a migration";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        if (!walk.Options.AllowMigration || walk.Service is not { } service)
        {
            return; // why, is said of each row that nothing else has shown
        }

        if (walk.Options.SystemName.Length == 0 || walk.Subject is not { } source)
        {
            walk.Seen.Unseen("nothing was migrated: " + (walk.Options.SystemName.Length == 0 ? "no virtual system was named" : $"there is no '{walk.Options.SystemName}'"), "9.2.1");
            return;
        }

        var call = new[] { MigrationMethodFacts.All[1], MigrationMethodFacts.All[0] }
            .Where(service.Implements).Select(method => MigrationCall.About(walk, service, method)).FirstOrDefault(possible => possible is not null);
        if (call is null)
        {
            walk.Seen.Unseen($"nothing was migrated: no advertised method takes '{walk.Options.DestinationHost}'", "9.2.1");
            return;
        }

        await MigrateAsync(walk, call with { Setting = MigrationCall.Parameter(MigrationCall.Number("MigrationType", 2)) }, source);
    }

    private async Task MigrateAsync(Walk walk, MigrationCall call, CimInstance source)
    {
        var before = (await walk.Peer.GetAsync(source.Path!)).Value ?? source;
        var jobsBefore = (await JobsAsync(walk.Peer, source)).ToList();
        var story = new MigrationStory(call.Service, call.Method, before.Path is null ? before.At(source.Path) : before);
        walk.Migration = story;
        MethodAnswer answer;
        try
        {
            // Through a door that nobody closes: an answer that is not waited for is a job that nobody knows.
            answer = await call.SendAsync(_lastDoor());
            story.Job = (answer.Out("Job") as CimObjectPath)?.OrIn(call.Service.Path.Namespace)
                ?? (answer.IsRefusal ? null : (await JobsAsync(_lastDoor(), source)).FirstOrDefault(job => !jobsBefore.Contains(job)));
            LookAtAnswer(walk, story, answer);
            _stopped.ThrowIfCancellationRequested();
            if (story.Job is not null)
            {
                await new JobFollower(walk.Peer, walk).FollowAsync(story, walk.Options.TimeLimit, _stopped);
            }
        }
        finally
        {
            if (story is { Job: not null, Ended: null, IsGone: false })
            {
                await new JobFollower(_lastDoor(), walk).StopAsync(story);
            }
        }

        if (story.Job is not null)
        {
            await LookAtEndAsync(walk, story);
        }
        else
        {
            story.Succeeded = answer.IsDone;
            story.Target = answer.Out("NewComputerSystem") is CimObjectPath target ? (await walk.Peer.GetAsync(target.OrIn(call.Service.Path.Namespace))).Value : null;
        }

        walk.Notes.Add(await WhereAsync(walk, story));
    }

    private static void LookAtAnswer(Walk walk, MigrationStory story, MethodAnswer answer)
    {
        var (method, service) = (story.Method, story.Service);
        walk.Seen.Judge(answer.IsDefined(check: false), answer.Told, method.Clause + "-3", method.Clause + "-4");
        if (answer.IsMissing)
        {
            walk.Seen.Fail(answer.Told + ", though it is advertised", "7.2.2-5", method.ValueRow, method.Clause + "-2");
            return;
        }

        if (answer.IsRefusal || !answer.IsDefined(check: false))
        {
            walk.Seen.Unseen("the migration was refused: " + answer.Told, "9.2.1");
            return;
        }

        if (service.Shown.Any(shown => shown.Value && shown.Key.StartsWith("Check", StringComparison.Ordinal)))
        {
            walk.Seen.Pass("checked first; then " + answer.Told, "9.2.1-2");
        }

        string job = method.Parameters + (method.ToHost ? "-6" : "-7");
        walk.Seen.Pass(answer.Told, method.Clause + "-1", method.Clause + "-2", method.ValueRow, method.Row, method.Parameters + "-1", method.Parameters + "-2", method.Parameters + "-3", "7.3-1", "9.2.1-1");
        if (!method.ToHost)
        {
            walk.Seen.Pass(answer.Told, "9.2.1-3");
            walk.Seen.Judge(
                answer.Code == 0 ? answer.Out("NewComputerSystem") is CimObjectPath : answer.Out("NewComputerSystem") is null,
                $"{answer.Told}, NewComputerSystem {Evidence.Of(answer.Out("NewComputerSystem"))}", "T4-6");
        }

        string told = $"{answer.Told}, Job {Evidence.Of(answer.Out("Job"))}";
        if (answer.Code == 4096)
        {
            walk.Seen.Judge(service.Count("AsynchronousMethodsSupported", method) == 1, answer.Told, "7.2.2-7");
            walk.Seen.Judge(answer.Out("Job") is CimObjectPath, told, job, "9.2.1-4", "10.3-2");
        }
        else
        {
            walk.Seen.Judge(service.Count("SynchronousMethodsSupported", method) == 1, answer.Told, "7.2.2-6");
            walk.Seen.Judge(answer.Out("Job") is null, told, job);
            walk.Seen.Skip("the server migrated synchronously", "9.2.1-4", "9.2.1-5", "9.2.1-6", "9.2.1-7", "9.2.1-8", "9.2.1-9", "9.2.1-10", "9.2.1-11");
        }
    }

    private static async Task LookAtEndAsync(Walk walk, MigrationStory story)
    {
        var job = story.Job!;
        var systems = await walk.Peer.AssociatorsAsync(job, new AssociationFilter { AssocClass = "CIM_AffectedJobElement", ResultClass = "CIM_ComputerSystem" });
        story.Target = systems.Value?.FirstOrDefault(system => !system.Path!.Equals(story.Source.Path));
        var one = await walk.Peer.InvokeAsync(job, "GetError");
        var many = await walk.Peer.InvokeAsync(job, "GetErrors");
        story.Errors.AddRange(new[] { new MethodAnswer(one).Out("Error") as CimInstance }.Where(error => error is not null)!);
        story.Errors.AddRange(((new MethodAnswer(many).Out("Errors") as object?[]) ?? Array.Empty<object?>()).OfType<CimInstance>().Take(16));
        long? state = story.Ended?.Number("JobState");
        bool gainsaid = story.Errors.Count > 0 || story.Ended?.Number("ErrorCode") > 0;
        story.Succeeded = state == 7 && !gainsaid;
        if (state is 8 or 9 or 10)
        {
            walk.Seen.Judge(story.Errors.Count > 0, story.Errors.Count > 0 ? "GetError(s) gave " + Evidence.Of(story.Errors[0], "MessageID") : one.Told, "9.2.1-11", "10.6-2");
            walk.Seen.Pass(Evidence.Of(story.Ended!, "JobState"), "9.2.1-8");
        }
        else if (one.Value is not null)
        {
            walk.Seen.Judge(state != 7 || story.Errors.Count == 0, FormattableString.Invariant($"JobState is {state}, and GetError(s) gave {story.Errors.Count} errors"), "9.2.1-11");
        }
    }

    private static async Task<IEnumerable<CimObjectPath>> JobsAsync(Peer peer, CimInstance system)
    {
        var jobs = await peer.AssociatorNamesAsync(system.Path!, new AssociationFilter { AssocClass = "CIM_AffectedJobElement", ResultClass = "CIM_ConcreteJob" });
        return jobs.Value ?? Array.Empty<CimObjectPath>();
    }

    private async Task<string> WhereAsync(Walk walk, MigrationStory story)
    {
        string name = story.Source.Text("ElementName") ?? story.Source.Text("Name") ?? Evidence.Of(story.Source);
        if (story.Succeeded)
        {
            return $"The virtual system '{name}' was migrated to {walk.Options.DestinationHost}" + (story.Target?.Path is { } target ? $"; it is now {Evidence.Of(target)}." : ".");
        }

        var still = await _lastDoor().GetAsync(story.Source.Path!);
        return $"The virtual system '{name}' was not seen to be migrated; " + (still.Value is null ? still.Told + "." : "it is still where it was.");
    }
}
