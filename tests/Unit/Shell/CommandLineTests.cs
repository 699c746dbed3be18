using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Shell;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_command_writes_its_results_and_ends_with_0()
    {
        var end = await VsmProcess.RunAsync("-NoLogo", "-NoProfile", "-NonInteractive", "-c", "40", "+", "2");

        Assert.Equal(new Command(0, "42\n", ""), end);
    }

    [Fact]
    public async Task Results_and_all_else_are_apart_and_plain_when_redirected()
    {
        var end = await VsmProcess.RunAsync(
            "-c", "Write-Warning careful; Write-Verbose step -Verbose; Write-Error failed -RecommendedAction 'Do this.'; Get-VSMigrationSystem -Session simulator:");

        Assert.Contains("web01", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("careful", end.Output, StringComparison.Ordinal);
        Assert.Contains("WARNING: careful\nVERBOSE: step\nWrite-Error: failed\n", end.Error, StringComparison.Ordinal);
        Assert.Contains("Recommendation: Do this.", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', end.Output + end.Error);
        Assert.Equal(0, end.ExitCode);
    }

    [Theory]
    [InlineData("Write-Error e", 1)]
    [InlineData("throw 'e'", 1)]
    [InlineData("Write-Error e; 1", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("if (", 1)]
    public async Task The_last_statement_or_exit_makes_the_exit_code_of_a_command(string command, int code) =>
        Assert.Equal(code, (await VsmProcess.RunAsync("-c", command)).ExitCode);

    [Fact]
    public async Task A_scripts_arguments_bind_as_in_pwsh()
    {
        using var folder = new TemporaryFolder();
        var script = folder.File("arguments.ps1");
        await File.WriteAllTextAsync(
            script,
            """
            param([string] $Name, [int] $Count, [switch] $Lab, [switch] $Off, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$Name|$($Count + 1)|$Lab|$Off|$Rest|$PSScriptRoot"
            Write-Error 'not the end'
            """);

        var end = await VsmProcess.RunAsync("-f", script, "-Lab", "-Count", "4", "-Off:$false", "web 01", "it's more", "$HOME");

        Assert.Equal($"web 01|5|True|False|it's more $HOME|{folder.Path}\n", end.Output);
        Assert.Equal(0, end.ExitCode);
    }

    [Theory]
    [InlineData("exit 5", 5)]
    [InlineData("throw 'e'", 1)]
    [InlineData("param([int] $Number)", 1)]
    [InlineData("exit 0; throw 'e'", 0)]
    [InlineData("sh -c 'exit 4'; Write-Error 'not the end'; 'end'", 0)]
    public async Task A_script_ends_with_its_exit_or_1_for_an_error_that_ended_it(string text, int code)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("end.ps1"), text);

        Assert.Equal(code, (await VsmProcess.RunAsync("-File", folder.File("end.ps1"), "no number")).ExitCode);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("-c", "-")]
    [InlineData]
    public async Task Standard_input_is_a_script(params string[] arguments)
    {
        var end = await VsmProcess.RunWithInputAsync("$sum = 1\n$sum + 1\nexit 3\n", arguments);

        Assert.Equal(new Command(3, "2\n", ""), end);
    }

    [Fact]
    public async Task Standard_input_is_the_input_of_a_command_that_wants_it()
    {
        var end = await VsmProcess.RunWithInputAsync("a\nb\n", "-c", "$input | ForEach-Object { \"<$_>\" }");

        Assert.Equal(new Command(0, "<a>\n<b>\n", ""), end);
    }

    [Theory]
    [InlineData("-Frobnicate")]
    [InlineData("-c")]
    [InlineData("-f")]
    [InlineData("-Module")]
    [InlineData("-f", "there-is-none.ps1")]
    public async Task A_command_line_that_cannot_be_understood_ends_with_64(params string[] arguments)
    {
        var end = await VsmProcess.RunAsync(arguments);

        Assert.Equal(64, end.ExitCode);
        Assert.Empty(end.Output);
        Assert.StartsWith("vsm: ", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_version_need_no_module()
    {
        var help = await VsmProcess.RunAsync("--help");
        var version = await VsmProcess.RunAsync("--version");

        Assert.Contains("-NonInteractive", help.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (help.ExitCode, version.ExitCode));
        Assert.Matches(@"^vsm \d+\.\d+\.\d+", version.Output);
    }

    [Fact]
    public async Task Standard_input_is_the_input_of_a_script_that_wants_it()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("input.ps1"), "param($Mark) foreach ($line in $input) { \"$Mark$line\" }");

        Assert.Equal(new Command(0, "+a\n+b\n", ""), await VsmProcess.RunWithInputAsync("a\nb\n", "-f", folder.File("input.ps1"), "-Mark", "+"));
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_an_error()
    {
        var end = await VsmProcess.RunAsync("-Module", VsmProcess.FakeJobs, "-c", "Remove-FakeSystem web01; Remove-FakeSystem web02 -WhatIf");

        Assert.Contains("cannot ask", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("removed", end.Output, StringComparison.Ordinal);
        Assert.Contains("What if:", end.Output, StringComparison.Ordinal);
    }
}
