using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;

namespace VsMigration.Profile.Methods;

/// <summary>The one exception of the engine: a kind, and one or more <see cref="MigrationError"/> that say what and what to do.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>Something went wrong that several errors explain.</summary>
    /// <param name="kind">What it was.</param>
    /// <param name="message">The sentence that stands above the errors.</param>
    /// <param name="errors">All of them, the most telling first.</param>
    /// <param name="inner">The exception behind it, if one is.</param>
    public MigrationException(MigrationErrorKind kind, string message, IReadOnlyList<MigrationError> errors, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Errors = errors;
    }

    /// <summary>Something went wrong that one error explains.</summary>
    /// <param name="kind">What it was.</param>
    /// <param name="error">The error.</param>
    /// <param name="inner">The exception behind it, if one is.</param>
    public MigrationException(MigrationErrorKind kind, MigrationError error, Exception? inner = null)
        : this(kind, Text(error), new[] { error }, inner)
    {
    }

    /// <summary>Something went wrong for which there is no message id.</summary>
    /// <param name="kind">What it was.</param>
    /// <param name="message">What happened.</param>
    /// <param name="recommendedAction">What to do next.</param>
    /// <param name="inner">The exception behind it, if one is.</param>
    public MigrationException(MigrationErrorKind kind, string message, string recommendedAction, Exception? inner = null)
        : this(kind, new MigrationError { Message = message, RecommendedAction = recommendedAction }, inner)
    {
    }

    /// <summary>What went wrong.</summary>
    public MigrationErrorKind Kind { get; }

    /// <summary>The errors behind it, at least one.</summary>
    public IReadOnlyList<MigrationError> Errors { get; }

    /// <summary>What to do next, by the first error.</summary>
    public string RecommendedAction => Errors.Count == 0 ? "" : Errors[0].RecommendedAction;

    private static string Text(MigrationError error)
    {
        bool adds = error.PeerMessage.Length > 0 && error.Message.IndexOf(error.PeerMessage, StringComparison.Ordinal) < 0;
        string peer = adds ? error.PeerMessage : "";
        string code = error.PeerCode.Length > 0 ? " [" + error.PeerCode + "]" : "";
        return error.Message + (peer.Length > 0 ? " " + peer : "") + code;
    }
}
