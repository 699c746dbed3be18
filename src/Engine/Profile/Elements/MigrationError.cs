using System;
using System.Collections.Generic;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Error: one thing that blocks a migration, speaks against it, or ended it.</summary>
[Clause("10.6", "T23-1", "T23-2", "T23-3")]
public sealed record MigrationError
{
    /// <summary>Whether it blocks.</summary>
    public ErrorSeverity Severity { get; init; } = ErrorSeverity.Error;

    /// <summary>The DMTF's message id, such as <c>SVPC8030</c>, or one of ours (<c>VSM0001</c>) where the DMTF has none.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The message, formatted, in English.</summary>
    public string Message { get; init; } = "";

    /// <summary>The values put into the message, in its order.</summary>
    public IReadOnlyList<string> MessageArguments { get; init; } = Array.Empty<string>();

    /// <summary>What to do next.</summary>
    public string RecommendedAction { get; init; } = "";

    /// <summary>The peer's own code, such as <c>libvirt 38/7</c> (code/domain); empty where no peer spoke.</summary>
    public string PeerCode { get; init; } = "";

    /// <summary>The peer's own text, unchanged; empty where no peer spoke.</summary>
    public string PeerMessage { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => MessageId.Length == 0 ? Message : MessageId + ": " + Message;
}
