using System;
using System.Globalization;
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

    // PowerShell 7 and vsm print RecommendedAction beneath the message; Windows PowerShell, the only one on .NET Framework 4, does not.
    private static readonly bool s_actionIsShown = Environment.Version.Major > 4;

    /// <summary>The record of an exception.</summary>
    /// <param name="exception">The engine's, with a kind; anything else is Unexpected.</param>
    /// <param name="target">What it was about: the name, the object or the host that was given.</param>
    public static ErrorRecord From(Exception exception, object? target)
    {
        var known = exception as MigrationException ?? Unexpected(exception);
        string message = Text(known);
        string action = known.Errors.Count > 1 ? "Each line above says what to do about it." : known.RecommendedAction;
        return new ErrorRecord(known, Prefix + known.Kind, CategoryOf(known.Kind), target)
        {
            ErrorDetails = new ErrorDetails(s_actionIsShown || known.Errors.Count > 1 ? message : Sentence(message, action)) { RecommendedAction = action },
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

    // One error is told in the exception's own sentence; several are a numbered list, which stays readable where a host joins its lines.
    private static string Text(MigrationException exception)
    {
        if (exception.Errors.Count < 2)
        {
            var only = exception.Errors.Count == 0 ? null : exception.Errors[0];
            bool told = only is null || exception.Message.IndexOf(only.Message, StringComparison.Ordinal) >= 0;
            return told ? exception.Message : exception.Message + " " + Told(only!);
        }

        int list = exception.Message.IndexOf(exception.Errors[0].ToString(), StringComparison.Ordinal);
        var text = new StringBuilder((list < 0 ? exception.Message : exception.Message.Substring(0, list)).TrimEnd());
        for (int i = 0; i < exception.Errors.Count; i++)
        {
            text.Append("\n  ").Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(". ").Append(Describe(exception.Errors[i]));
        }

        return text.ToString();
    }

    /// <summary>A finding as one line: id, message, the peer's own words and code, and what to do.</summary>
    public static string Describe(MigrationError error) => Sentence(Told(error), error.RecommendedAction);

    /// <summary>A finding as one line, without what to do.</summary>
    public static string Told(MigrationError error)
    {
        bool adds = error.PeerMessage.Length > 0 && error.Message.IndexOf(error.PeerMessage, StringComparison.Ordinal) < 0;
        return error + (adds ? " " + error.PeerMessage : "") + (error.PeerCode.Length > 0 ? " [" + error.PeerCode + "]" : "");
    }

    private static string Sentence(string message, string action) => action.Length == 0 ? message : message + " " + action;

    private static MigrationException Unexpected(Exception exception) => new(
        MigrationErrorKind.Unexpected,
        exception.Message,
        "This is a fault of VsMigration itself: please report it with this message.",
        exception);
}
