using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile;

namespace VsMigration.Jobs.Scheduling;

/// <summary>
/// Which jobs of the queue may start now: by priority, then in the order in which they were submitted, as far as the limits go. One that
/// has to wait does not hold up those behind it that need other hosts.
/// </summary>
/// <remarks>
/// A lower priority may wait for as long as there is a higher one; within a priority nobody waits for ever: who is the first in line for
/// a full host keeps its place at its other host meanwhile, so that those behind it cannot take the two places in turns.
/// </remarks>
[Clause("7.3.2")]
internal static class JobScheduler
{
    /// <summary>The jobs that may start, in the order in which they start.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="underWay">Jobs that have started and not ended.</param>
    /// <param name="queued">Jobs that wait and are not held back.</param>
    public static IReadOnlyList<ScheduledJob> MayStart(
        JobLimits limits, IReadOnlyCollection<ScheduledJob> underWay, IReadOnlyCollection<ScheduledJob> queued)
    {
        var outgoing = new Places(limits.MaximumOutgoingPerHost, underWay.Select(job => job.SourceHost));
        var incoming = new Places(limits.MaximumIncomingPerHost, underWay.Select(job => job.DestinationHost));
        var active = underWay.ToList();
        var started = new List<ScheduledJob>();
        foreach (var job in queued.OrderBy(job => job.Priority).ThenBy(job => job.Sequence))
        {
            bool mayLeave = outgoing.IsFree(job.SourceHost);
            bool mayCome = incoming.IsFree(job.DestinationHost);
            if (mayLeave && mayCome)
            {
                if (active.Count < limits.MaximumMigrations && LeavesRoom(limits, active, job))
                {
                    outgoing.Take(job.SourceHost);
                    incoming.Take(job.DestinationHost);
                    active.Add(job);
                    started.Add(job);
                }
            }
            else if (!mayCome && incoming.IsFirstInLine(job.DestinationHost) && mayLeave)
            {
                outgoing.Take(job.SourceHost);
            }
            else if (!mayLeave && outgoing.IsFirstInLine(job.SourceHost) && mayCome)
            {
                incoming.Take(job.DestinationHost);
            }
        }

        return started;
    }

    private static bool LeavesRoom(JobLimits limits, List<ScheduledJob> active, ScheduledJob job) => BandwidthShares.LeavesRoom(
        limits.BytesPerSecondPerHost,
        active.Where(other => other.SourceHost == job.SourceHost).Select(other => other.ToBandwidthRequest()).ToList(),
        job.ToBandwidthRequest());

    /// <summary>The places at each host in one direction.</summary>
    private sealed class Places
    {
        private readonly int _each;
        private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
        private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

        public Places(int each, IEnumerable<string> taken)
        {
            _each = each;
            foreach (string host in taken)
            {
                Take(host);
            }
        }

        public bool IsFree(string host) => Taken(host) < _each;

        public void Take(string host) => _taken[host] = Taken(host) + 1;

        /// <summary>Whether nobody has lined up for this host before; whoever asks is in the line from now on.</summary>
        public bool IsFirstInLine(string host) => _lines.Add(host);

        private int Taken(string host) => _taken.TryGetValue(host, out int count) ? count : 0;
    }
}
