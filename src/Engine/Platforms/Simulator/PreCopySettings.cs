using System;

namespace VsMigration.Platforms.Simulator;

/// <summary>What governs a pre-copy transfer; the defaults are those of QEMU (qapi/migration.json).</summary>
public sealed record PreCopySettings
{
    /// <summary>The guest is stopped as soon as what is dirty can be sent within this time.</summary>
    public TimeSpan MaxDowntime { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Devices, hand-over and resume: the part of the downtime that does not depend on memory.</summary>
    public TimeSpan SwitchOver { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Whether a guest that dirties too fast is slowed down.</summary>
    public bool AutoConverge { get; init; } = true;

    /// <summary>The first throttle, as a part of the guest's processor time.</summary>
    public double InitialThrottle { get; init; } = 0.20;

    /// <summary>What is added to the throttle each time it does not suffice.</summary>
    public double ThrottleStep { get; init; } = 0.10;

    /// <summary>The hardest throttle.</summary>
    public double MaxThrottle { get; init; } = 0.99;

    /// <summary>A round in which more than this part of what was sent became dirty speaks for throttling; the second one does it.</summary>
    public double ThrottleTrigger { get; init; } = 0.50;
}
