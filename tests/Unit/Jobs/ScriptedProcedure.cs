using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Platforms;

namespace VsMigration.Tests.Jobs;

/// <summary>Steps that write down what is done to them, and fail or hang where a test says.</summary>
internal sealed class ScriptedProcedure : IDisposable
{
    private readonly List<MigrationStep> _steps = new();

    public List<string> Log { get; } = new();

    public bool Disposed { get; private set; }

    public bool Prepared { get; private set; }

    public bool HasWaited { get; private set; }

    /// <summary>What the job can change of the transfer; null = nothing.</summary>
    public ITransferControl? Control { get; init; }

    /// <summary>What speaks against it when its turn comes; null = nothing.</summary>
    public Func<Exception?> Obstacle { get; init; } = () => null;

    public Task<MigrationProcedure> PrepareAsync(bool hasWaited, CancellationToken cancellationToken)
    {
        Prepared = true;
        HasWaited = hasWaited;
        return Obstacle() is { } obstacle
            ? Task.FromException<MigrationProcedure>(obstacle)
            : Task.FromResult(new MigrationProcedure(_steps, this, Control));
    }

    public ScriptedProcedure Step(
        MigrationStepName name,
        Func<CancellationToken, Task>? act = null,
        Func<Task>? undo = null,
        bool commits = false)
    {
        _steps.Add(new MigrationStep(
            name,
            async (_, token) =>
            {
                Write("do " + name);
                await (act?.Invoke(token) ?? Task.CompletedTask);
            },
            async () =>
            {
                Write("undo " + name);
                await (undo?.Invoke() ?? Task.CompletedTask);
            })
        { Commits = commits });
        return this;
    }

    public string[] Entries()
    {
        lock (Log)
        {
            return Log.ToArray();
        }
    }

    public void Dispose() => Disposed = true;

    public static Task Hang(CancellationToken token) => Task.Delay(Timeout.Infinite, token);

    private void Write(string entry)
    {
        lock (Log)
        {
            Log.Add(entry);
        }
    }
}
