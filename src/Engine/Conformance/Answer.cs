using System;
using System.Collections.Generic;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>What a peer answered to one call: a value, a CIM error, or nothing that can be used.</summary>
internal sealed record Answer<T>
    where T : class
{
    /// <summary>The call, for the evidence: <c>EnumerateInstances(CIM_ComputerSystem)</c>.</summary>
    public string Call { get; init; } = "";

    /// <summary>The value; null where there is none.</summary>
    public T? Value { get; init; }

    /// <summary>The CIM error; null where there is none.</summary>
    public CimException? Error { get; init; }

    /// <summary>Why there is neither value nor CIM error: no answer in time, a broken connection; else empty.</summary>
    public string Fault { get; init; } = "";

    /// <summary>What is odd about the value; empty where nothing is.</summary>
    public string Oddity { get; init; } = "";

    /// <summary>Whether there is a value and nothing is odd about it.</summary>
    public bool IsClean => Value is not null && Oddity.Length == 0;

    /// <summary>The call and what came of it.</summary>
    public string Told => Call + (Value is not null ? Oddity.Length > 0 ? " " + Oddity : " was answered"
        : Error is not null ? $" failed with {StatusText(Error.Status)}: {Evidence.Clean(Error.Message)}"
        : " " + Fault);

    /// <summary>Whether the error has one of these status codes.</summary>
    public bool FailedWith(params CimStatus[] statuses) => Error is { } error && Array.IndexOf(statuses, error.Status) >= 0;

    private static string StatusText(CimStatus status) =>
        FormattableString.Invariant($"CIM status {(int)status}") + (Enum.IsDefined(typeof(CimStatus), status) ? " (" + status + ")" : "");
}

/// <summary>What there is in an answer that is a list.</summary>
internal static class AnswerList
{
    /// <summary>The objects; none where there is no value.</summary>
    public static IReadOnlyList<T> Objects<T>(this Answer<IReadOnlyList<T>> answer) => answer.Value ?? Array.Empty<T>();

    /// <summary>The first object; null where there is none.</summary>
    public static T? First<T>(this Answer<IReadOnlyList<T>> answer)
        where T : class => answer.Value is { Count: > 0 } objects ? objects[0] : null;
}
