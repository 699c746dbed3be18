using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 10.1, 10.2, 10.3, 10.8 and 10.9: jobs and what is around them: that of the migration, and those that were there.</summary>
internal sealed class JobChecks : IConformanceCheck
{
    /// <summary>How many jobs of the server's own are looked at.</summary>
    private const int JobLimit = 5;

    private static readonly string[] s_rows =
    {
        "10.1", "10.2", "10.3", "10.8", "10.9", "T17-1", "T17-2", "T17-3", "T17-8", "T17-9", "T18", "T19", "T20", "T25", "T26",
        "8.2.1", "8.2.2", "8.2.3", "8.2.7", "8.2.8", "T10", "T11", "T14",
    };

    /// <inheritdoc/>
    public string Subject => "jobs";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        if (walk.NoJobs is { } reason)
        {
            walk.Seen.Skip(reason, s_rows);
            return;
        }

        if (walk.Migration is { Job: not null } story)
        {
            LookAtStates(walk, story);
            LookAtSequence(walk, story);
        }

        foreach (var job in await JobsAsync(walk))
        {
            await LookAsync(walk, job);
        }
    }

    private static async Task<IEnumerable<CimInstance>> JobsAsync(Walk walk)
    {
        var jobs = new List<CimInstance>();
        if (walk.Migration?.Job is { } own)
        {
            var answer = await walk.Peer.GetAsync(own);
            walk.Seen.Judge(answer, _ => true, _ => answer.Told, "9.2.1-5", "10.3-1", "10.3-2", "T17-3");
            if (answer.Value is { } found)
            {
                jobs.Add(found.At(own));
            }
        }

        foreach (var service in walk.Services)
        {
            var owned = await walk.Peer.AssociatorsAsync(service.Path, new AssociationFilter { AssocClass = "CIM_OwningJobElement", ResultClass = "CIM_ConcreteJob" });
            jobs.AddRange(owned.Objects().Where(job => !jobs.Exists(known => known.Path!.Equals(job.Path))).Take(JobLimit));
        }

        return jobs;
    }

    private static async Task LookAsync(Walk walk, CimInstance job)
    {
        var path = job.Path!;
        walk.Seen.Pass(Evidence.Of(job), "10.3-1", "T17-3");
        walk.Seen.Judge(job.Number("JobState") is >= 2 and <= 12 or >= 32768, Evidence.Of(job, "JobState"), "T20-1");
        walk.Seen.Judge(job.Time("TimeOfLastStateChange") is { IsInterval: false }, Evidence.Of(job, "TimeOfLastStateChange"), "T20-2");
        foreach (string required in new[] { "InstanceID", "Name", "TimeBeforeRemoval" })
        {
            walk.Seen.Judge(job[required] is not null, Evidence.Of(job, required), "10.3-3");
        }

        await LookAtAffectedAsync(walk, path);
        await LookAtOwnerAsync(walk, path);
        await LookAtResultAsync(walk, job);
    }

    private static async Task LookAtAffectedAsync(Walk walk, CimObjectPath job)
    {
        var links = await walk.Peer.ReferencesAsync(job, new AssociationFilter { AssocClass = "CIM_AffectedJobElement", Role = "AffectingElement" });
        bool own = job.Equals(walk.Migration?.Job);
        walk.Seen.Judge(links, found => found.Count is 1 or 2, found => FormattableString.Invariant($"{found.Count} CIM_AffectedJobElement of {Evidence.Of(job)}"), "10.1-1", "T17-1", "T18-1");
        var affected = new List<CimObjectPath>();
        foreach (var link in links.Objects().Take(3))
        {
            var system = link.Reference("AffectedElement", job.Namespace);
            walk.Seen.Judge(system is not null, Evidence.Of(link, "AffectedElement"), "T18-1");
            walk.Seen.Judge(job.Equals(link.Reference("AffectingElement", job.Namespace)), Evidence.Of(link, "AffectingElement"), "T18-2");
            walk.Seen.Judge(link.Numbers("ElementEffects") is { Count: 1 } effects && effects[0] == 1, Evidence.Of(link, "ElementEffects"), "T18-3");
            var texts = link.Texts("OtherElementEffectsDescriptions") ?? link.Texts("OtherElementEffectsDescription");
            walk.Seen.Judge(texts is { Count: 1 } && texts[0] == "Virtual System Migration", Evidence.Of(link, "OtherElementEffectsDescriptions"), "T18-4");
            affected.AddRange(system is null ? Array.Empty<CimObjectPath>() : new[] { system });
        }

        if (!own)
        {
            return;
        }

        var story = walk.Migration!;
        string told = "affected: " + string.Join(", ", affected.Select(path => Evidence.Of(path)));
        bool both = affected.Distinct().Count() == 2;
        walk.Seen.Judge(affected.Contains(story.Source.Path!) || both, told, "10.1-2");
        if (story.Succeeded)
        {
            walk.Seen.Judge(both, told, "10.1-3", "9.2.1-10");
        }
    }

    private static async Task LookAtOwnerAsync(Walk walk, CimObjectPath job)
    {
        var links = await walk.Peer.ReferencesAsync(job, new AssociationFilter { AssocClass = "CIM_OwningJobElement", Role = "OwnedElement" });
        walk.Seen.Judge(links, found => found.Count == 1, found => FormattableString.Invariant($"{found.Count} CIM_OwningJobElement of {Evidence.Of(job)}"), "10.9-1", "10.9-2", "10.9-3", "T17-9");
        foreach (var link in links.Objects().Take(2))
        {
            bool isService = link.Reference("OwningElement", job.Namespace) is { } owner && walk.Services.Exists(service => service.Path.Equals(owner));
            walk.Seen.Judge(isService && links.Value!.Count == 1, Evidence.Of(link, "OwningElement"), "T26-1");
            walk.Seen.Judge(job.Equals(link.Reference("OwnedElement", job.Namespace)), Evidence.Of(link, "OwnedElement"), "T26-2");
        }

        if (links.Value is { Count: 0 })
        {
            walk.Seen.Fail("there is no CIM_OwningJobElement of " + Evidence.Of(job), "T26");
        }
    }

    private static async Task LookAtResultAsync(Walk walk, CimInstance job)
    {
        var path = job.Path!;
        var links = await walk.Peer.ReferencesAsync(path, new AssociationFilter { AssocClass = "CIM_AssociatedJobMethodResult", Role = "Job" });
        walk.Seen.Judge(
            links, found => found.Count == 1, found => FormattableString.Invariant($"{found.Count} CIM_AssociatedJobMethodResult of {Evidence.Of(path)}"), "10.2-1", "10.2-2", "10.2-3", "T17-2", "10.8-2");
        if (links.First() is not { } link)
        {
            walk.Seen.Fail(links.Value is null ? links.Told : "there is no CIM_AssociatedJobMethodResult of " + Evidence.Of(path), "T19", "10.8-1", "T17-8");
            return;
        }

        walk.Seen.Judge(path.Equals(link.Reference("Job", path.Namespace)), Evidence.Of(link, "Job"), "T19-1");
        var reference = link.Reference("JobParameters", path.Namespace);
        walk.Seen.Judge(reference is not null && links.Value!.Count == 1, Evidence.Of(link, "JobParameters"), "T19-2");
        if (reference is null)
        {
            return;
        }

        var answer = await walk.Peer.GetAsync(reference);
        walk.Seen.Judge(answer, _ => true, _ => answer.Told, "10.8-1", "10.8-3", "T17-8");
        if (answer.Value is { } result)
        {
            MethodCallChecks.Look(walk, result, JobFollower.IsEnd(job.Number("JobState")), job.Equals(walk.Migration?.Ended) || path.Equals(walk.Migration?.Job));
        }
    }

    private static void LookAtStates(Walk walk, MigrationStory story)
    {
        var states = story.Looks.Select(look => look.Number("JobState")).ToList();
        string told = "JobState was " + string.Join(" → ", states.Select(state => Evidence.Of((object?)state)));
        if (story.Ended is null)
        {
            walk.Seen.Add(story.IsGone ? ConformanceOutcome.Fail : ConformanceOutcome.NotTested, told + (story.IsGone ? "; the job was gone before its end was seen" : "; no end was seen in time"), "T20-1");
            return;
        }

        // Only Running and Suspended may come again; nothing comes after an end.
        bool ordered = true;
        for (int i = 1; i < states.Count; i++)
        {
            bool back = states[i] < states[i - 1] && !(states[i - 1] == 5 && states[i] is 3 or 4);
            ordered &= !back && !JobFollower.IsEnd(states[i - 1]);
        }

        walk.Seen.Judge(ordered && states.TrueForAll(state => state is >= 2 and <= 10), told, "T20-1");
        walk.Seen.Pass(told, "9.2.1-6");
        walk.Seen.Skip(told, "9.2.1-9");
        bool claims = story.Ended.Number("JobState") == 7;
        if (claims)
        {
            string gainsay = story.Succeeded ? "" : ", yet " + Evidence.Of(story.Ended, "ErrorCode") + FormattableString.Invariant($" and there are {story.Errors.Count} errors");
            walk.Seen.Judge(story.Succeeded, told + gainsay, "T20-1", "9.2.1-7", "9.2.1-12");
            walk.Seen.Skip("the migration did not fail", "9.2.1-8");
        }
        else
        {
            walk.Seen.Skip("the migration failed", "9.2.1-7", "9.2.1-10");
            walk.Seen.Judge(story.Errors.Count > 0, FormattableString.Invariant($"{told}, and GetError(s) gave {story.Errors.Count} errors"), "9.2.1-12");
        }

        LookAtTimes(walk, story);
    }

    private static void LookAtTimes(Walk walk, MigrationStory story)
    {
        for (int i = 1; i < story.Looks.Count; i++)
        {
            var (earlier, later) = (story.Looks[i - 1], story.Looks[i]);
            var (before, after) = (earlier.Time("TimeOfLastStateChange")?.Time, later.Time("TimeOfLastStateChange")?.Time);
            bool changed = earlier.Number("JobState") != later.Number("JobState");
            if (before is not null && after is not null)
            {
                string told = $"JobState {Evidence.Of(earlier["JobState"])} → {Evidence.Of(later["JobState"])}, TimeOfLastStateChange {Evidence.Of(earlier["TimeOfLastStateChange"])} → {Evidence.Of(later["TimeOfLastStateChange"])}";
                walk.Seen.Judge(changed ? after >= before : after == before, told, "T20-2");
            }

            if (earlier.Number("PercentComplete") is { } less && later.Number("PercentComplete") is { } more)
            {
                walk.Seen.Judge(more >= less && more <= 100, FormattableString.Invariant($"PercentComplete {less} → {more}"), "10.3-3");
            }
        }
    }

    private static void LookAtSequence(Walk walk, MigrationStory story)
    {
        if (story.Sequence is not { } sequence)
        {
            walk.Seen.Unseen("AssignedSequence was not seen above 0 while the job ran", "T28-4");
            return;
        }

        string told = FormattableString.Invariant($"AssignedSequence was {sequence} while the job ran");
        long? standard = story.Service.Default?.Setting.Number("Priority");
        walk.Seen.Pass(told, "T28-4");
        if (standard > 0)
        {
            walk.Seen.Judge(sequence == standard, told + FormattableString.Invariant($"; the default Priority is {standard}"), "7.3.2-2");
        }
    }
}
