using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Shell;

/// <summary>The runbooks of examples/, as their first lines say how to run them.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_is_emptied_and_what_cannot_move_is_named()
    {
        var end = await RunAsync("drain-host.ps1", "-Source", $"simulator://{_folder.File("world.xml")}?clock=virtual", "-First", "cache*");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Contains("gpu01 stays:\n  SVPC", end.Output, StringComparison.Ordinal);
        Assert.Contains("4 moved, 0 failed, 1 cannot move.", end.Output, StringComparison.Ordinal);
        Assert.Contains("Migrate cache01 to sim-b: Running to Completed", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_migration_runs_on_the_simulator()
    {
        var end = await RunAsync("first-migration.ps1");

        Assert.Equal(0, end.ExitCode);
        Assert.Contains("Completed", end.Output, StringComparison.Ordinal);
    }

    private static Task<Command> RunAsync(string example, params string[] arguments) =>
        VsmProcess.RunAsync(["-f", Path.Combine(Lab.RepositoryRoot, "examples", example), .. arguments]);
}
