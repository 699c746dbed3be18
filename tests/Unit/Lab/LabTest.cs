using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests;

/// <summary>
/// Base of all tests on real guests: one at a time, both hosts up before each, and none of its guests left after it,
/// however it ended.
/// </summary>
[Collection(Lab.Collection)]
public abstract class LabTest(Lab lab) : IAsyncLifetime
{
    /// <summary>The two hosts.</summary>
    protected Lab Lab { get; } = lab;

    public virtual Task InitializeAsync() => Lab.EnsureUpAsync();

    public virtual Task DisposeAsync() => Lab.RemoveGuestsAsync();
}
