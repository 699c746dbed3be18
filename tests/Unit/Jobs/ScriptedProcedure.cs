using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;

namespace VsMigration.Tests.Jobs;

/// <summary>Steps that write down what is done to them, and fail or hang where a test says.</summary>
internal sealed class ScriptedProcedure : IDisposable
{
    private readonly List<MigrationStep> _steps = new();

    public List<string> Log { get; } = new();

    public bool Disposed { get; private set; }

    public MigrationProcedure Build() => new(_steps, this);

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
