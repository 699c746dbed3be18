using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Profile.Elements;

namespace VsMigration.Profile.Methods;

/// <summary>
/// How a method of the profile failed: return code, status and errors, all three. On the wire it is one or the other: a return code, or
/// an exception with the errors (clause 8.1.1).
/// </summary>
[Clause("8.1.1-3", "8.1.2-3", "8.1.3-4", "8.1.4-4")]
public sealed record MethodFailure
{
    private MethodFailure(ReturnCode code, CimStatus status, IReadOnlyList<MigrationError> errors)
    {
        Code = code;
        Status = status;
        Errors = errors;
    }

    /// <summary>The return code; never Completed or JobStarted.</summary>
    public ReturnCode Code { get; }

    /// <summary>The status of the failed operation.</summary>
    public CimStatus Status { get; }

    /// <summary>The errors, at least one, the most telling first; each has a message id.</summary>
    public IReadOnlyList<MigrationError> Errors { get; }

    /// <summary>What a method answers that met an exception: the first error's message decides.</summary>
    public static MethodFailure Of(MigrationException exception)
    {
        var errors = exception.Errors.Select(error => Named(error, exception.Kind)).ToList();
        var first = MessageCatalog.Find(errors[0].MessageId);
        var kind = MessageCatalog.Of(exception.Kind);
        // A message that reports no failure cannot be why the method failed; nor is refusal by the peer told from the target's state by its message.
        var telling = first?.CimStatus is null || first.ReturnCode is ReturnCode.Completed or ReturnCode.JobStarted ? kind : first;
        return new MethodFailure(
            telling.ReturnCode,
            exception.Kind == MigrationErrorKind.AccessDenied ? CimStatus.AccessDenied : telling.CimStatus ?? CimStatus.Failed,
            errors);
    }

    /// <summary>The error with a message id: its own, or that of the kind.</summary>
    public static MigrationError Named(MigrationError error, MigrationErrorKind kind) => error.MessageId.Length > 0 ? error : error with
    {
        MessageId = MessageCatalog.Of(kind).Id,
        MessageArguments = new[] { error.Message },
    };
}
