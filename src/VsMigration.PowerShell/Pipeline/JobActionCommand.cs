using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>A cmdlet that does one thing to each job, after asking.</summary>
public abstract class JobActionCommand : JobCommand
{
    /// <summary>Writes each job when it is done.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What is done, for <c>-WhatIf</c> ("Holding back") and for the question ("Hold back").</summary>
    private protected abstract (string Doing, string Do) Words { get; }

    /// <inheritdoc/>
    protected sealed override async Task ProcessJobAsync(MigrationJob job, PipelineSink pipeline)
    {
        string what = Describe(job);
        if (await pipeline.ShouldProcessAsync($"{Words.Doing} {what}", $"{Words.Do} {what}?", MyInvocation.MyCommand.Name))
        {
            await ActAsync(job, Stopped);
            if (PassThru)
            {
                pipeline.WriteObject(job);
            }
        }
    }

    /// <summary>Does it.</summary>
    /// <exception cref="Profile.Methods.MigrationException">It cannot be done.</exception>
    protected abstract Task ActAsync(MigrationJob job, CancellationToken cancellationToken);
}
