using System;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>A fault that is scripted to happen.</summary>
internal sealed record SimulatorFault
{
    /// <summary>The action that fails.</summary>
    public SimulatorAction Action { get; init; }

    /// <summary>Name or identifier of the virtual system; empty = any.</summary>
    public string System { get; init; } = "";

    /// <summary>How far the action comes before, 0 to 100; 0 = it does not begin. Only Transfer and CopyVolumes come anywhere.</summary>
    public int AtPercent { get; init; }

    /// <summary>How often it happens; after that the action works.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What it is reported as.</summary>
    public MigrationErrorKind Kind { get; init; } = MigrationErrorKind.MigrationFailed;

    /// <summary>The platform's own code, such as <c>simulator 38</c>.</summary>
    public string Code { get; init; } = "simulator 1";

    /// <summary>The platform's own text.</summary>
    public string Message { get; init; } = "A scripted fault happened.";

    /// <summary>Whether it happens to this action now.</summary>
    internal bool IsDue(SimulatorAction action, SimulatedSystem system, int percent) =>
        Action == action && percent >= AtPercent
        && (System.Length == 0
            || string.Equals(System, system.Name, StringComparison.Ordinal)
            || string.Equals(System, system.Id, StringComparison.OrdinalIgnoreCase));
}
