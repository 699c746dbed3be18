using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace VsMigration.Tests;

/// <summary>Bounded waiting for what happens outside this process.</summary>
public static class Eventually
{
    /// <summary>Looks every 20 ms until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within the timeout (default 30 s); the message says what was waited for.</exception>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition, TimeSpan? timeout = null)
    {
        var limit = timeout ?? TimeSpan.FromSeconds(30);
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {what}.");
            }

            await Task.Delay(20);
        }
    }

    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}}, TimeSpan?)"/>
    public static Task HoldsAsync(string what, Func<bool> condition, TimeSpan? timeout = null) =>
        HoldsAsync(what, () => Task.FromResult(condition()), timeout);
}
