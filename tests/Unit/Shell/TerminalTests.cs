using System;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Shell;

/// <summary>vsm on a terminal, where it may ask, draw and colour.</summary>
public sealed class TerminalTests
{
    private static readonly string s_module = $"-Module '{VsmProcess.FakeJobs}'";

    [Fact]
    public async Task Progress_is_drawn_and_taken_away()
    {
        using var vsm = VsmProcess.StartOnTerminal($"{s_module} -c 'Show-FakeProgress 50; 1 + 1'");
        await vsm.ExitsAsync();

        Assert.Matches(@"\[#{10}\.{10}\]  50 % web01: moves[^\n]*\n\e\[1A\r\e\[J2\r\n$", (await vsm.EndAsync()).Output);
    }

    [Fact]
    public async Task No_color_means_plain_text_without_progress()
    {
        using var vsm = VsmProcess.StartOnTerminal($"{s_module} -c 'Show-FakeProgress 50; Write-Error failed; 1 + 1'", noColor: true);
        await vsm.ExitsAsync();

        var end = await vsm.EndAsync();
        Assert.EndsWith("Write-Error: failed\r\n2\r\n", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("web01", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[3", end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData("n", false)]
    public async Task A_confirmation_is_asked_for(string answer, bool removed)
    {
        using var vsm = VsmProcess.StartOnTerminal($"{s_module} -c 'Remove-FakeSystem web01'");
        await vsm.SaysAsync("(default is \"Y\"): ");
        await vsm.TypeAsync(answer + "\r");
        await vsm.ExitsAsync();

        Assert.Equal(removed, (await vsm.EndAsync()).Output.Contains("web01 is removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_prompt_runs_what_is_typed_until_exit()
    {
        using var vsm = VsmProcess.StartOnTerminal(s_module);
        await vsm.SaysAsync("> ");
        await vsm.TypeAsync("$x = 'four'; \"$x-two\"\r");
        await vsm.SaysAsync("\nfour-two\r\n");
        await vsm.TypeAsync("exit 3\r");
        await vsm.ExitsAsync();

        Assert.Equal(3, (await vsm.EndAsync()).ExitCode);
    }
}
