using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Shell;

/// <summary>vsm, its jobs and signals; the jobs are those of FakeJobs.psm1.</summary>
public sealed class JobGuardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Start-FakeJob web01 -CompletedBy '{0}'; 'done'", 0)]
    [InlineData("Start-FakeJob web01 -CompletedBy '{0}'; 'done'; exit 3", 3)]
    public async Task It_does_not_exit_while_its_jobs_run(string command, int code)
    {
        using var vsm = StartCommand(command, "completed");
        await vsm.SaysAsync("waiting for migration jobs");
        await vsm.SaysAsync("vsm: web01: Running");
        await CreateAsync("completed");

        var end = await vsm.EndAsync();

        Assert.Equal(code, end.ExitCode);
        Assert.Equal("done\n", end.Output);
        Assert.EndsWith("vsm: web01: Completed\n", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_of_other_processes_are_not_waited_for()
    {
        using var vsm = StartCommand("Start-FakeJob web01 -IsLocal $false");

        Assert.Equal(new Command(0, "", ""), await vsm.EndAsync());
    }

    [Fact]
    public async Task A_job_that_is_held_back_is_named_and_not_waited_for()
    {
        using var vsm = StartCommand("Start-FakeJob web01 -JobState Suspended");

        Assert.Equal(new Command(0, "", "vsm: web01: Suspended\n"), await vsm.EndAsync());
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    public async Task A_signal_cancels_the_jobs_that_it_waits_for(string signal, int code)
    {
        using var vsm = StartCommand("Start-FakeJob web01");
        await vsm.SaysAsync("vsm: web01: Running");
        await vsm.SignalAsync(signal);

        var end = await vsm.EndAsync();

        Assert.Equal(code, end.ExitCode);
        Assert.Contains("cancelling", end.Error, StringComparison.Ordinal);
        Assert.EndsWith("vsm: web01: Terminated\n", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_during_the_command_stops_it_and_cancels_its_jobs()
    {
        using var vsm = StartCommand("Start-FakeJob web01; Remove-Module FakeJobs; 'ready'; while ($true) { Start-Sleep -Milliseconds 20 }; 'not this'");
        await vsm.SaysAsync("ready");
        await vsm.SignalAsync("TERM");

        var end = await vsm.EndAsync();

        Assert.Equal(143, end.ExitCode);
        Assert.Equal("ready\n", end.Output);
        Assert.EndsWith("vsm: web01: Terminated\n", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_signal_while_jobs_are_undone_is_answered_and_hurries_nothing()
    {
        using var vsm = StartCommand("Start-FakeJob web01 -UndoneBy '{0}'", "undone");
        await vsm.SaysAsync("vsm: web01: Running");
        await vsm.SignalAsync("INT");
        await vsm.SaysAsync("cancelling");
        await vsm.SignalAsync("INT");
        await vsm.SaysAsync("undone already");
        await vsm.SignalAsync("TERM");
        await CreateAsync("undone");

        var end = await vsm.EndAsync();

        Assert.EndsWith("vsm: web01: Terminated\n", end.Error, StringComparison.Ordinal);
        Assert.Equal(143, end.ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_waits_for_the_undo_of_the_command_and_tells_how_its_jobs_ended()
    {
        using var vsm = StartCommand("Invoke-FakeMigration web01 -UndoneBy '{0}'; 'not this'", "undone");
        await vsm.SaysAsync("web01 runs");
        await vsm.SignalAsync("INT");
        await vsm.SaysAsync("being undone");
        await vsm.SignalAsync("INT");
        await vsm.SaysAsync("undone already");
        await CreateAsync("undone");

        var end = await vsm.EndAsync();

        Assert.Equal(130, end.ExitCode);
        Assert.Equal("web01 runs\n", end.Output);
        Assert.EndsWith("vsm: web01: Terminated\n", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_the_reading_of_a_pipe_that_stays_open()
    {
        using var vsm = VsmProcess.Start("-Module", VsmProcess.FakeJobs, "-c", "Write-Host ready; $input | ForEach-Object { Write-Host $_ }");
        await vsm.TypeAsync("one\n");
        await vsm.SaysAsync("one");
        await vsm.SignalAsync("TERM");
        await vsm.ExitsAsync();

        Assert.Equal(143, (await vsm.EndAsync()).ExitCode);
    }

    private VsmProcess StartCommand(string command, string file = "") => VsmProcess.Start(
        "-Module", VsmProcess.FakeJobs, "-c", command.Replace("{0}", _folder.File(file), StringComparison.Ordinal));

    private Task CreateAsync(string file) => File.WriteAllTextAsync(_folder.File(file), "");
}
