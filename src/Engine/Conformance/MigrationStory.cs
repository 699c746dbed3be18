using System.Collections.Generic;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>A migration that the test started, and what was seen of it.</summary>
internal sealed class MigrationStory
{
    /// <summary>Begins one.</summary>
    /// <param name="service">The service.</param>
    /// <param name="method">The method.</param>
    /// <param name="source">The virtual system as it was before.</param>
    public MigrationStory(ServiceView service, MigrationMethodFacts method, CimInstance source)
    {
        Service = service;
        Method = method;
        Source = source;
    }

    /// <summary>The service.</summary>
    public ServiceView Service { get; }

    /// <summary>The method.</summary>
    public MigrationMethodFacts Method { get; }

    /// <summary>The virtual system as it was before.</summary>
    public CimInstance Source { get; }

    /// <summary>The job; null where there is none.</summary>
    public CimObjectPath? Job { get; set; }

    /// <summary>The job as it was seen, time after time; what follows a look that was the same is left out.</summary>
    public List<CimInstance> Looks { get; } = new();

    /// <summary>The job at its end; null where the end was not seen.</summary>
    public CimInstance? Ended { get; set; }

    /// <summary>Whether the server knows the job no more, so that its end cannot be seen.</summary>
    public bool IsGone { get; set; }

    /// <summary>The virtual system at its destination; null where it was not found.</summary>
    public CimInstance? Target { get; set; }

    /// <summary>AssignedSequence while the job ran; null where it was not seen.</summary>
    public long? Sequence { get; set; }

    /// <summary>Errors that the job gave.</summary>
    public List<CimInstance> Errors { get; } = new();

    /// <summary>Whether the migration was seen to succeed: the job says so and nothing gainsays it, or there was no job and the call said so.</summary>
    public bool Succeeded { get; set; }
}
