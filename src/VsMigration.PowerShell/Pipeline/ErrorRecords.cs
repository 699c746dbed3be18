using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>The one table from what went wrong to an ErrorRecord: id <c>VSMigration.&lt;Kind&gt;</c>, category, text, what to do next.</summary>
internal static class ErrorRecords
{
    private const string Prefix = "VSMigration.";

    /// <summary>The record of an exception.</summary>
    /// <param name="exception">The engine's, with a kind; anything else is Unexpected.</param>
    /// <param name="target">What it was about: the name, the object or the host that was given.</param>
    public static ErrorRecord From(Exception exception, object? target)
    {
        var known = exception as MigrationException ?? Unexpected(exception);
        return new ErrorRecord(known, Prefix + known.Kind, CategoryOf(known.Kind), target)
        {
            ErrorDetails = new ErrorDetails(Text(known)) { RecommendedAction = Actions(known.Errors) },
        };
    }

    /// <summary>The record of a job that did not complete.</summary>
    public static ErrorRecord From(MigrationJob job)
    {
        bool stopped = job.JobState is JobState.Terminated or JobState.Killed;
        var kind = stopped ? MigrationErrorKind.Cancelled : MigrationErrorKind.MigrationFailed;
        string how = job.JobState == JobState.Exception ? "failed" : "ended as " + job.JobState;
        string message = $"The migration of '{job.VirtualSystem.Name}' from {job.SourceHost} to {job.DestinationHost} {how}.";
        return From(new MigrationException(kind, message, job.Errors), job);
    }

    /// <summary>What kind of error PowerShell is told of.</summary>
    public static ErrorCategory CategoryOf(MigrationErrorKind kind) => kind switch
    {
        MigrationErrorKind.SystemNotFound => ErrorCategory.ObjectNotFound,
        MigrationErrorKind.SystemAmbiguous => ErrorCategory.InvalidArgument,
        MigrationErrorKind.HostNotFound => ErrorCategory.ObjectNotFound,
        MigrationErrorKind.HostUnreachable => ErrorCategory.ConnectionError,
        MigrationErrorKind.SessionNotFound => ErrorCategory.ObjectNotFound,
        MigrationErrorKind.JobNotFound => ErrorCategory.ObjectNotFound,
        MigrationErrorKind.UriInvalid => ErrorCategory.InvalidArgument,
        MigrationErrorKind.NoPlatform => ErrorCategory.ResourceUnavailable,
        MigrationErrorKind.LibraryMissing => ErrorCategory.NotInstalled,
        MigrationErrorKind.AccessDenied => ErrorCategory.PermissionDenied,
        MigrationErrorKind.MigrationRunning => ErrorCategory.ResourceBusy,
        MigrationErrorKind.NotMigratable => ErrorCategory.InvalidOperation,
        MigrationErrorKind.ParameterInvalid => ErrorCategory.InvalidArgument,
        MigrationErrorKind.InvalidState => ErrorCategory.InvalidOperation,
        MigrationErrorKind.Timeout => ErrorCategory.OperationTimeout,
        MigrationErrorKind.Cancelled => ErrorCategory.OperationStopped,
        MigrationErrorKind.MigrationFailed => ErrorCategory.InvalidResult,
        MigrationErrorKind.PeerFailed => ErrorCategory.InvalidResult,
        MigrationErrorKind.ConfigurationInvalid => ErrorCategory.InvalidData,
        _ => ErrorCategory.NotSpecified,
    };

    // A message of one error is a sentence and what to do; one of several is a list, each with what to do about it.
    private static string Text(MigrationException exception)
    {
        if (exception.Errors.Count == 1 && exception.Message.Contains(exception.Errors[0].Message) && exception.Kind != MigrationErrorKind.NotMigratable)
        {
            return Sentence(exception.Message, exception.RecommendedAction);
        }

        int list = exception.Errors.Count == 0 ? -1 : exception.Message.IndexOf(exception.Errors[0].ToString(), StringComparison.Ordinal);
        var text = new StringBuilder((list < 0 ? exception.Message : exception.Message.Substring(0, list)).TrimEnd());
        foreach (var error in exception.Errors)
        {
            text.Append('\n').Append("  ").Append(Describe(error));
        }

        return text.ToString();
    }

    /// <summary>A finding as one line: id, message, the peer's own words and code, and what to do.</summary>
    public static string Describe(MigrationError error)
    {
        bool adds = error.PeerMessage.Length > 0 && error.Message.IndexOf(error.PeerMessage, StringComparison.Ordinal) < 0;
        string peer = adds ? " " + error.PeerMessage : "";
        string code = error.PeerCode.Length > 0 ? " [" + error.PeerCode + "]" : "";
        return Sentence(error + peer + code, error.RecommendedAction);
    }

    private static string Sentence(string message, string action) => action.Length == 0 ? message : message + " " + action;

    private static string Actions(IEnumerable<MigrationError> errors) =>
        string.Join(" ", errors.Select(error => error.RecommendedAction).Where(action => action.Length > 0).Distinct());

    private static MigrationException Unexpected(Exception exception) => new(
        MigrationErrorKind.Unexpected,
        exception.Message,
        "This is a fault of VsMigration itself: please report it with this message.",
        exception);
}
