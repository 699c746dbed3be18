# Invoke-Tests.ps1 [Outcomes] - run the Pester files beside this one with Pester 5 or later.
# Outcomes: a file that gets one line a test for tests/run.sh: passed|failed|skipped, name, reason; tab between them.
# Exit code 1 if a test failed or a file could not be run.
param([string] $Outcomes)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration

if ($Outcomes) {
    $lines = foreach ($test in $result.Tests) {
        $outcome = switch ($test.Result) { Passed { 'passed' } Failed { 'failed' } default { 'skipped' } }
        $reason = if ($test.ErrorRecord) { $test.ErrorRecord[0].Exception.Message } elseif ($outcome -eq 'skipped') { 'marked as skipped' }
        "$outcome`t$($test.ExpandedPath -replace '\s+', ' ')`t$($reason -replace '\s+', ' ')"
    }
    # A file or block that failed before its tests ran is a failure too, and it has none that could say so.
    $lines = @($lines) + @($result.FailedContainers).ForEach({ "failed`t$($_.Item)`t$($_.ErrorRecord -join ' ' -replace '\s+', ' ')" })
    [System.IO.File]::WriteAllLines($Outcomes, [string[]] @($lines).Where({ $_ }))
}

exit [int] ($result.Result -ne 'Passed')
