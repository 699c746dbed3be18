using System;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ConcreteJob: a migration that was started, runs, or has ended and is kept for a while.</summary>
[CimClass("CIM_ConcreteJob", Version = "2.38.0")]
[Clause("10.3", "T20")]
public record ConcreteJob : Job
{
    /// <summary>The class of <see cref="JobInParameters"/> (CIM schema).</summary>
    public const string InParametersClass = "__JobInParameters";

    /// <summary>The class of <see cref="JobOutParameters"/> (CIM schema).</summary>
    public const string OutParametersClass = "__JobOutParameters";

    /// <summary>The property of <see cref="JobOutParameters"/> that has what the method returned (CIM schema).</summary>
    public const string ReturnValueProperty = "__ReturnValue";

    /// <summary>What <see cref="TimeBeforeRemoval"/> is where nobody says otherwise: five minutes (CIM schema).</summary>
    public static readonly TimeSpan DefaultTimeBeforeRemoval = TimeSpan.FromMinutes(5);

    /// <summary>Its identity, opaque.</summary>
    [CimProperty(Key = true)]
    public override string? InstanceID { get; init; }

    /// <summary>The name that people use; not unique.</summary>
    [CimProperty(Required = true)]
    public override string? Name { get; init; }

    /// <summary>
    /// 2 New, 3 Starting, 4 Running, 5 Suspended, 6 Shutting Down, 7 Completed, 8 Terminated, 9 Killed, 10 Exception, 11 Service, 12 Query
    /// Pending; from 32768 on the vendor's.
    /// </summary>
    [CimProperty]
    public ushort? JobState { get; init; }

    /// <summary>When <see cref="JobState"/> changed last; an interval of 0 where it never did.</summary>
    [CimProperty]
    public CimDateTime? TimeOfLastStateChange { get; init; }

    /// <summary>How long it is kept after its end, whatever DeleteOnCompletion says.</summary>
    [CimProperty(Required = true, Writable = true)]
    public TimeSpan? TimeBeforeRemoval { get; init; }

    /// <summary>
    /// The input parameters of the method call that it carries out, of class <see cref="InParametersClass"/>; references are WBEM URIs.
    /// </summary>
    [CimProperty(AnyClass = true)]
    public CimInstance? JobInParameters { get; init; }

    /// <summary>Its output parameters, of class <see cref="OutParametersClass"/>; null until it is Completed.</summary>
    [CimProperty(AnyClass = true)]
    public CimInstance? JobOutParameters { get; init; }
}
