using System;
using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Write-Error: a new error from a message or an exception, or an error record that exists already.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
internal sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "WithException", Mandatory = true)]
    public Exception? Exception { get; set; }

    [Parameter(ParameterSetName = "NoException", Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "WithException")]
    [Alias("Msg")]
    [AllowNull]
    [AllowEmptyString]
    public string? Message { get; set; }

    [Parameter(ParameterSetName = "ErrorRecord", Mandatory = true)]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public string? ErrorId { get; set; }

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    [Parameter]
    public string? RecommendedAction { get; set; }

    protected override void ProcessRecord()
    {
        var record = ErrorRecord ?? NewRecord();
        if (!string.IsNullOrEmpty(RecommendedAction))
        {
            record.ErrorDetails = new ErrorDetails(record.ToString()) { RecommendedAction = RecommendedAction };
        }

        WriteError(record);
    }

    private ErrorRecord NewRecord()
    {
        var exception = Exception ?? new RuntimeException(Message);
        var record = new ErrorRecord(exception, ErrorId ?? "WriteError", Category, TargetObject);
        if (Exception is not null && !string.IsNullOrEmpty(Message))
        {
            record.ErrorDetails = new ErrorDetails(Message);
        }

        return record;
    }
}
