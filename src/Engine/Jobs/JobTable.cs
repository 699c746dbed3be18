using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Jobs;

/// <summary>The jobs of this process, found by what they are asked for. Not safe for concurrent calls: its owner sees to that.</summary>
internal sealed class JobTable
{
    private readonly Dictionary<string, JobRun> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JobRun> _bySystem = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, JobRun> _open = new();
    private readonly Dictionary<Guid, SortedDictionary<long, JobRun>> _byService = new();

    /// <summary>Jobs that have not ended, in the order of submission.</summary>
    public IEnumerable<JobRun> Open => _open.Values.Where(run => !run.Job.IsFinished);

    /// <summary>All jobs.</summary>
    public IEnumerable<JobRun> All => _byId.Values;

    /// <summary>The jobs of one service, in the order of submission.</summary>
    public IEnumerable<JobRun> Of(Guid serviceId) =>
        _byService.TryGetValue(serviceId, out var runs) ? runs.Values : Enumerable.Empty<JobRun>();

    public JobRun? Find(string instanceId) => _byId.TryGetValue(instanceId, out var run) ? run : null;

    /// <summary>The job of a virtual system that has not ended.</summary>
    public JobRun? FindOpen(string systemId) => _bySystem.TryGetValue(systemId, out var run) && !run.Job.IsFinished ? run : null;

    public void Add(JobRun run)
    {
        _byId.Add(run.Job.InstanceId, run);
        _bySystem[run.Job.VirtualSystem.Id] = run;
        _open.Add(run.Sequence, run);
        if (!_byService.TryGetValue(run.Job.SessionId, out var ofService))
        {
            _byService[run.Job.SessionId] = ofService = new SortedDictionary<long, JobRun>();
        }

        ofService.Add(run.Sequence, run);
    }

    /// <summary>A job has ended; it can still be found.</summary>
    public void Close(JobRun run)
    {
        _open.Remove(run.Sequence);
        string system = run.Job.VirtualSystem.Id;
        if (_bySystem.TryGetValue(system, out var latest) && latest == run)
        {
            _bySystem.Remove(system);
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(JobRun run)
    {
        if (!_byId.Remove(run.Job.InstanceId))
        {
            return false;
        }

        Close(run);
        var ofService = _byService[run.Job.SessionId];
        ofService.Remove(run.Sequence);
        if (ofService.Count == 0)
        {
            _byService.Remove(run.Job.SessionId);
        }

        return true;
    }
}
