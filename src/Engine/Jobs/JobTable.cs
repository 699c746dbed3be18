using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Jobs;

/// <summary>The jobs of this process, found by what they are asked for. Not safe for concurrent calls: its owner sees to that.</summary>
internal sealed class JobTable
{
    private readonly Dictionary<string, JobRun> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<long, JobRun>> _bySystem = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, JobRun> _open = new();
    private readonly Dictionary<Guid, SortedDictionary<long, JobRun>> _byService = new();

    /// <summary>Jobs that have not ended, in the order of submission.</summary>
    public IEnumerable<JobRun> Open => _open.Values.Where(run => !run.Job.IsFinished);

    /// <summary>All jobs.</summary>
    public IEnumerable<JobRun> All => _byId.Values;

    /// <summary>The jobs of one service, in the order of submission.</summary>
    public IEnumerable<JobRun> Of(Guid serviceId) =>
        _byService.TryGetValue(serviceId, out var runs) ? runs.Values : Enumerable.Empty<JobRun>();

    /// <summary>The jobs of one virtual system, in the order of submission.</summary>
    public IEnumerable<JobRun> Of(string systemId) =>
        _bySystem.TryGetValue(systemId, out var runs) ? runs.Values : Enumerable.Empty<JobRun>();

    public JobRun? Find(string instanceId) => _byId.TryGetValue(instanceId, out var run) ? run : null;

    /// <summary>The job of a virtual system that has not ended.</summary>
    public JobRun? FindOpen(string systemId) => Of(systemId).FirstOrDefault(run => !run.Job.IsFinished);

    public void Add(JobRun run)
    {
        _byId.Add(run.Job.InstanceId, run);
        _open.Add(run.Sequence, run);
        Add(_bySystem, run.Job.VirtualSystem.Id, run);
        Add(_byService, run.Job.SessionId, run);
    }

    /// <summary>A job has ended; it can still be found.</summary>
    public void Close(JobRun run) => _open.Remove(run.Sequence);

    /// <returns>Whether it was there.</returns>
    public bool Remove(JobRun run)
    {
        if (!_byId.Remove(run.Job.InstanceId))
        {
            return false;
        }

        Close(run);
        Remove(_bySystem, run.Job.VirtualSystem.Id, run);
        Remove(_byService, run.Job.SessionId, run);
        return true;
    }

    private static void Add<TKey>(Dictionary<TKey, SortedDictionary<long, JobRun>> index, TKey key, JobRun run)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var runs))
        {
            index[key] = runs = new SortedDictionary<long, JobRun>();
        }

        runs.Add(run.Sequence, run);
    }

    private static void Remove<TKey>(Dictionary<TKey, SortedDictionary<long, JobRun>> index, TKey key, JobRun run)
        where TKey : notnull
    {
        var runs = index[key];
        runs.Remove(run.Sequence);
        if (runs.Count == 0)
        {
            index.Remove(key);
        }
    }
}
