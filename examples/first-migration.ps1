<#
.SYNOPSIS
A first migration: look at what is there, check, migrate live, look again.
.DESCRIPTION
Runs on the simulator, where nothing can break. With -Lab it runs on two real libvirt hosts that are set up on this machine for the
purpose (Debian, as root), with a guest whose console proves that it was never restarted.
.EXAMPLE
vsm -f examples/first-migration.ps1
.EXAMPLE
vsm -f examples/first-migration.ps1 -Lab
#>
[CmdletBinding()]
param([switch] $Lab)

$ErrorActionPreference = 'Stop'
$root = [System.IO.Path]::GetDirectoryName($PSScriptRoot)

# Out-Host below: what is shown stands beneath its heading at once, and is no result of the script.
function Write-Heading([string] $Text) { Write-Host "`n--- $Text" }

# Everything below is the same for both; only these differ.
if ($Lab) {
    Write-Heading 'lab/up.sh: two libvirt hosts on this machine'
    # A lab that was there before stays; one that is started for the example goes with it.
    $keep = $env:LAB_DIR -or [System.IO.Directory]::Exists('/tmp/vsm-lab')
    $settings = & bash "$root/lab/up.sh"
    if ($LASTEXITCODE -ne 0) { throw 'The lab did not start; what it said stands above.' }
    foreach ($line in $settings) {
        $name, $value = $line.Split('=', 2)
        [System.Environment]::SetEnvironmentVariable($name, $value.Trim("'"))
    }
    $source, $destination, $system = $env:LAB_URI_A, 'lab-b', 'first'
    & bash "$root/lab/define.sh" $system 256 256
    if ($LASTEXITCODE -ne 0) { throw 'The guest did not start; what it said stands above.' }
    $configuration = [System.IO.Directory]::CreateTempSubdirectory('vsm-first-').FullName
    $env:VSMIGRATION_HOME = $configuration
    Add-VSMigrationHost -Name lab-b -ConnectionUri $env:LAB_URI_B -MigrationUri tcp://127.0.0.1
    Add-VSMigrationHost -Name lab-a -ConnectionUri $env:LAB_URI_A -MigrationUri tcp://127.0.0.1
}
else {
    $source, $destination, $system = 'simulator:', 'sim-b', 'web01'
}

try {
    Write-Heading 'Get-VSMigrationSystem: what is on the source host'
    Get-VSMigrationSystem -Session $source | Out-Host

    Write-Heading 'Get-VSMigrationCapability: what the host can do'
    Get-VSMigrationCapability -Session $source | Out-Host

    Write-Heading "Test-VSMigration: what speaks against moving to $destination"
    Get-VSMigrationSystem -Session $source | Test-VSMigration -DestinationHost $destination | Out-Host

    Write-Heading "Start-VSMigration $system -DestinationHost $destination -Wait"
    $job = Start-VSMigration -Name $system -Session $source -DestinationHost $destination -Wait
    $job | Out-Host

    Write-Heading 'Where it is now'
    Get-VSMigrationSystem -Session $source | Where-Object Name -eq $system | Out-Host
    $there = if ($Lab) { $env:LAB_URI_B } else { 'simulator:?host=sim-b' }
    Get-VSMigrationSystem -Name $system -Session $there | Out-Host

    if ($Lab) {
        Write-Heading 'And back again; the guest prints one line 18 times a second, and none is missing'
        Start-VSMigration -Name $system -Session $there -DestinationHost lab-a -Wait | Out-Host
        & bash "$root/lab/check-console.sh" $system
        if ($LASTEXITCODE -ne 0) { throw 'The guest noticed something; what stands above says what.' }
    }
}
finally {
    if ($Lab) {
        [System.IO.Directory]::Delete($configuration, $true)
        & virsh -q -c $env:LAB_URI_A destroy $system
        & virsh -q -c $env:LAB_URI_A undefine $system
        if (-not $keep) { & bash "$root/lab/down.sh" --clean }
    }
}

if ("$($job.JobState)" -ne 'Completed') { exit 1 }
