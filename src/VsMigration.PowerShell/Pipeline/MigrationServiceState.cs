using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Composition;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile.Implementation;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>A migration service (CIM_VirtualSystemMigrationService) as Get-VSMigrationService shows it: what it was at that moment.</summary>
public sealed record MigrationServiceState
{
    internal MigrationServiceState(MigrationSession session, MigrationCapability capability, JobLimits limits)
    {
        Session = session.Name;
        SessionId = session.InstanceId;
        ConnectionUri = session.ConnectionUri;
        HostName = session.HostName;
        Platform = capability.Platform;
        SynchronousMethodsSupported = capability.SynchronousMethodsSupported;
        AsynchronousMethodsSupported = capability.AsynchronousMethodsSupported;
        JobCount = session.Service.Jobs.GroupBy(job => job.JobState).OrderBy(group => group.Key)
            .ToDictionary(group => group.Key.ToString(), group => group.Count(), StringComparer.OrdinalIgnoreCase);
        Limits = limits;
    }

    /// <summary>The session that it was asked through: its name, or a URI.</summary>
    public string Session { get; }

    /// <summary>The identity of that session.</summary>
    public Guid SessionId { get; }

    /// <summary>What stands behind it, as a URI without any password.</summary>
    public string ConnectionUri { get; }

    /// <summary>The host whose virtual systems it migrates.</summary>
    public string HostName { get; }

    /// <summary>The platform behind it, with its version.</summary>
    public string Platform { get; }

    /// <summary>Methods that may complete at once.</summary>
    public IReadOnlyList<MigrationMethod> SynchronousMethodsSupported { get; }

    /// <summary>Methods that may answer with a job.</summary>
    public IReadOnlyList<MigrationMethod> AsynchronousMethodsSupported { get; }

    /// <summary>How many jobs were started through it and are still kept, by their state.</summary>
    public IReadOnlyDictionary<string, int> JobCount { get; }

    /// <summary>How many migrations may be under way at once, and what they may use; the same for all services of this process.</summary>
    public JobLimits Limits { get; }

    /// <inheritdoc/>
    public override string ToString() => HostName;
}
