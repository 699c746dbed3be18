using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_EnabledLogicalElement: an element that can be enabled and disabled.</summary>
[CimClass("CIM_EnabledLogicalElement", Version = "2.22.0")]
public abstract record EnabledLogicalElement : LogicalElement
{
    /// <summary>The state it is in; of a virtual system as DSP1057 7.2.2 says.</summary>
    [CimProperty]
    public EnabledState? EnabledState { get; init; }

    /// <summary>The state where <see cref="EnabledState"/> is Other; null otherwise.</summary>
    [CimProperty]
    public string? OtherEnabledState { get; init; }

    /// <summary>The state asked for last; NotApplicable where nobody can ask.</summary>
    [CimProperty]
    public RequestedState? RequestedState { get; init; }

    /// <summary>The state that it starts in.</summary>
    [CimProperty(Writable = true)]
    public EnabledDefault? EnabledDefault { get; init; }

    /// <summary>When <see cref="EnabledState"/> changed last.</summary>
    [CimProperty]
    public CimDateTime? TimeOfLastStateChange { get; init; }

    /// <summary>The states that can be asked for now; null where that is not known.</summary>
    [CimProperty]
    public IReadOnlyList<RequestedState>? AvailableRequestedStates { get; init; }

    /// <summary>The state that it is on its way into; NoChange where it is on none.</summary>
    [CimProperty]
    public RequestedState? TransitioningToState { get; init; }
}
