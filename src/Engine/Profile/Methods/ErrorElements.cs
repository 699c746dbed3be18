using System;
using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Profile.Elements;

namespace VsMigration.Profile.Methods;

/// <summary>Errors of the engine as CIM_Error, and back.</summary>
[Clause("T23")]
public static class ErrorElements
{
    /// <summary>The CIM_Error of an error.</summary>
    /// <param name="error">The error; one without a message id gets that of <paramref name="kind"/>.</param>
    /// <param name="kind">What went wrong on the whole.</param>
    /// <param name="origins">The entities that errors come from, as far as they are known.</param>
    public static Error ToElement(MigrationError error, MigrationErrorKind kind, IReadOnlyDictionary<ErrorOrigin, CimObjectPath> origins)
    {
        error = MethodFailure.Named(error, kind);
        var message = MessageCatalog.Find(error.MessageId) ?? MessageCatalog.Of(kind);
        var status = kind == MigrationErrorKind.AccessDenied ? CimStatus.AccessDenied : message.CimStatus ?? CimStatus.Failed;
        origins.TryGetValue(message.Source, out var origin);
        return new Error
        {
            ErrorType = message.ErrorType,
            OwningEntity = message.OwningEntity,
            MessageID = error.MessageId,
            Message = error.Message,
            MessageArguments = error.MessageArguments,
            PerceivedSeverity = (PerceivedSeverity)error.Severity,
            ProbableCause = message.ProbableCause,
            ProbableCauseDescription = PeerText(error),
            RecommendedActions = error.RecommendedAction.Length > 0 ? new[] { error.RecommendedAction } : null,
            ErrorSource = origin?.ToString(),
            ErrorSourceFormat = origin is null ? ErrorSourceFormat.Unknown : ErrorSourceFormat.CIMObjectPath,
            CIMStatusCode = (uint)status,
            CIMStatusCodeDescription = Describe(status),
        };
    }

    /// <summary>The CIM_Error of an intrinsic operation that failed.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="description">What it failed of, as a sentence.</param>
    [Clause("10.6-3")]
    public static Error OfOperation(CimStatus status, string description)
    {
        var error = StandardMessages.OperationFailed.Error("", description);
        return ToElement(error, MigrationErrorKind.Unexpected, new Dictionary<ErrorOrigin, CimObjectPath>()) with
        {
            CIMStatusCode = (uint)status,
            CIMStatusCodeDescription = Describe(status),
        };
    }

    /// <summary>The error of a CIM_Error, ours or another server's.</summary>
    public static MigrationError FromElement(Error element)
    {
        var (code, text) = SplitPeerText(element.ProbableCauseDescription ?? "");
        return new MigrationError
        {
            // What a server thought no worse than degraded blocks nothing; one that does not say how bad it is means an error.
            Severity = element.PerceivedSeverity switch
            {
                PerceivedSeverity.Information => ErrorSeverity.Information,
                PerceivedSeverity.DegradedOrWarning => ErrorSeverity.Warning,
                _ => ErrorSeverity.Error,
            },
            MessageId = element.MessageID ?? "",
            Message = element.Message ?? element.CIMStatusCodeDescription ?? "",
            MessageArguments = element.MessageArguments ?? Array.Empty<string>(),
            RecommendedAction = element.RecommendedActions is { Count: > 0 } actions ? string.Join(" ", actions) : "",
            PeerCode = code,
            PeerMessage = text,
        };
    }

    /// <summary>What a status code means, in a sentence.</summary>
    public static string Describe(CimStatus status) => status switch
    {
        CimStatus.Failed => "The operation failed.",
        CimStatus.AccessDenied => "Access is denied.",
        CimStatus.InvalidParameter => "A parameter is invalid.",
        CimStatus.NotFound => "The object was not found.",
        CimStatus.NotSupported => "The operation is not supported.",
        _ => "CIM status " + (int)status + ".",
    };

    // "[libvirt 38/7] unable to connect": the peer's own code and text, both or one.
    private static string? PeerText(MigrationError error) => (error.PeerCode.Length, error.PeerMessage.Length) switch
    {
        (0, 0) => null,
        (0, _) => error.PeerMessage,
        _ => ("[" + error.PeerCode + "] " + error.PeerMessage).TrimEnd(),
    };

    private static (string Code, string Text) SplitPeerText(string text)
    {
        int end = text.StartsWith("[", StringComparison.Ordinal) ? text.IndexOf(']') : -1;
        return end < 0 ? ("", text) : (text.Substring(1, end - 1), text.Substring(end + 1).TrimStart());
    }
}
