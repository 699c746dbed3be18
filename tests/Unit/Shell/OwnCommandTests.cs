using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Shell;

public sealed class OwnCommandTests
{
    [Fact]
    public async Task Other_commands_of_pwsh_say_where_they_come_from_and_are_not_listed()
    {
        var end = await VsmProcess.RunAsync(
            "-c",
            """
            @(Get-Command Get-ChildItem, ConvertTo-Json -ErrorAction Ignore).Count
            @(Get-Command -Name *-Json -ErrorAction Ignore).Count
            try { 1 | ConvertTo-Json -Depth 3 } catch { $_.FullyQualifiedErrorId }
            dir /tmp
            No-SuchThing
            """);

        Assert.Equal("0\n0\nCommandComesWithPwsh,VsMigration.Shell.Commands.ComesWithPwshCommand\n", end.Output);
        Assert.Contains("'Get-ChildItem' comes with pwsh", end.Error, StringComparison.Ordinal);
        Assert.Contains("'No-SuchThing' is not recognized", end.Error, StringComparison.Ordinal);
        Assert.Equal(1, end.ExitCode);
    }

    [Fact]
    public async Task Select_takes_objects_and_properties() => await PrintsAsync(
        """
        $rows = foreach ($i in 1..6) { [pscustomobject]@{ Number = $i; Half = [int][Math]::Floor($i / 2); Name = "n$i" } }
        "$($rows | Select-Object -First 2 -ExpandProperty Number)"
        "$($rows | Select-Object -Last 2 -ExpandProperty Number)"
        "$($rows | Select-Object -Skip 1 -First 2 -ExpandProperty Number)"
        "$($rows | Select-Object -Last 2 -Skip 1 -ExpandProperty Number)"
        "$($rows | Select-Object -First 1 -Last 1 -ExpandProperty Number)"
        "$($rows | select Half -Unique | ForEach-Object { $_.Half })"
        "$($rows | select N*, @{ n = 'Twice'; e = { $_.Number * 2 } } -First 1)"
        "$($rows | select * -ExcludeProperty N* -First 1)"
        "$($rows | select Nothing -First 1)"
        """,
        """
        1 2
        5 6
        2 3
        4 5
        1 6
        0 1 2 3
        @{Number=1; Name=n1; Twice=2}
        @{Half=0}
        @{Nothing=}
        """);

    [Fact]
    public async Task Sort_keeps_the_order_of_equal_objects() => await PrintsAsync(
        """
        "$(3, 1, 2 | Sort-Object)"
        "$('b', 'A', 'c' | Sort-Object -Descending)"
        "$(3, 1, 3, 1 | Sort-Object -Unique)"
        $rows = foreach ($pair in 'b1', 'a2', 'b3', 'a1') { [pscustomobject]@{ Key = $pair[0]; Number = [int]"$($pair[1])"; Pair = $pair } }
        "$($rows | Sort-Object Key | ForEach-Object Pair)"
        "$($rows | Sort-Object Key, @{ e = 'Number'; Descending = $true } | ForEach-Object Pair)"
        """,
        """
        1 2 3
        c b A
        1 3
        a2 a1 b1 b3
        a2 a1 b3 b1
        """);

    [Fact]
    public async Task Import_Csv_reads_quoted_fields()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("systems.csv");
        await File.WriteAllTextAsync(file, "Name,\"Dest,Host\",Note\r\nweb01,kvm7,\"says \"\"hi\"\"\r\ntwice\"\r\n\r\ndb01,kvm8\r\n");
        await PrintsAsync(
            $$"""
            Import-Csv '{{file}}' | ForEach-Object { "$($_.Name)|$($_.'Dest,Host')|$($_.Note -replace '\s+', ' ')" }
            Import-Csv '{{file}}' -Header a, b | Select-Object -First 1 -ExpandProperty b
            Import-Csv '{{file}}.none' -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].CategoryInfo.Category
            """,
            """
            web01|kvm7|says "hi" twice
            db01|kvm8|
            Dest,Host
            ObjectNotFound
            """);
    }

    [Fact]
    public async Task Write_commands_feed_their_streams() => await PrintsAsync(
        """
        Write-Output 1, 2 | ForEach-Object { "<$_>" }
        Write-Host a b -Separator '-'
        $w = Write-Warning 'careful' 3>&1; $w.Message
        Write-Error 'bad' -ErrorId E1 -Category InvalidData -ErrorAction SilentlyContinue -ErrorVariable e; "$($e[0].FullyQualifiedErrorId -replace ',.*') $($e[0].CategoryInfo.Category)"
        Start-Sleep -Milliseconds 1; 'slept'
        """,
        """
        <1>
        <2>
        a-b
        careful
        E1 InvalidData
        slept
        """);

    private static async Task PrintsAsync(string script, string expected)
    {
        var end = await VsmProcess.RunAsync("-c", script);
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", end.Output);
        Assert.Empty(end.Error);
    }
}
