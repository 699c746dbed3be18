<#
.SYNOPSIS
Empties a host: everything that can move moves, a few at a time, the important ones first, with what happens said as it happens.
.DESCRIPTION
Runs on the simulator, where nothing can break, unless -Source and -Destination name real hosts. What cannot move is listed with its
reasons and stays. The limits that it sets are put back at the end.
.PARAMETER Source
The host to empty: a session, its name, or a connection URI.
.PARAMETER Destination
Where to.
.PARAMETER First
Names of the virtual systems that go first; wildcards are allowed.
.PARAMETER AtOnce
How many at a time.
.EXAMPLE
vsm -f examples/drain-host.ps1
.EXAMPLE
vsm -f examples/drain-host.ps1 -Source qemu+ssh://kvm3/system -Destination kvm7 -First db*, mail* -AtOnce 3
#>
[CmdletBinding()]
param(
    [string] $Source = 'simulator:',
    [string] $Destination = 'sim-b',
    [string[]] $First = 'db*',
    [int] $AtOnce = 1
)

$ErrorActionPreference = 'Stop'
$limits = (Get-VSMigrationService -Session $Source).Limits
Set-VSMigrationService -MaximumOutgoingPerHost $AtOnce

# Actions run while Wait-VSMigrationJob below waits; $EventArgs in a text is the whole event in words.
$watch = Register-VSMigrationEvent -StateOnly -EventType JobChange -Action { Write-Host $EventArgs }

try {
    $reports = @(Get-VSMigrationSystem -Session $Source | Test-VSMigration -DestinationHost $Destination)
    $stay = @($reports | Where-Object IsMigratable -eq $false)
    foreach ($report in $stay) {
        Write-Host "$($report.VirtualSystem) stays:"
        $report.Findings | Where-Object Severity -eq Error | ForEach-Object { Write-Host "  $_" }
    }

    # All into the queue with a low priority; then the important ones get a high one, also where they wait already.
    $setting = New-VSMigrationSetting -Priority 200 -TimeoutSec 0
    $jobs = @($reports | Where-Object IsMigratable | ForEach-Object VirtualSystem |
        Start-VSMigration -DestinationHost $Destination -Setting $setting -WarningAction SilentlyContinue)
    foreach ($name in $First) {
        $jobs | Where-Object { $_.VirtualSystem.Name -like $name -and -not $_.IsFinished } | Set-VSMigrationJob -Priority 1
    }

    $ended = @($jobs | Wait-VSMigrationJob)
    $ended | Out-Host
    $failed = @($ended | Where-Object JobState -ne Completed)
    $failed | ForEach-Object Errors | Out-Host
}
finally {
    $watch | Remove-Job -Force
    Set-VSMigrationService -MaximumOutgoingPerHost $limits.MaximumOutgoingPerHost
}

Write-Host "$($ended.Count - $failed.Count) moved, $($failed.Count) failed, $($stay.Count) cannot move."
exit [int] ($failed.Count -gt 0)
