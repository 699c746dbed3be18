<#
.SYNOPSIS
The one door to building, testing and packaging VsMigration for those who have PowerShell. Needs the .NET SDK of
global.json, and nothing from a gallery.
.PARAMETER Task
Build    the solution; the module is then ready to import from this folder (default)
Test     everything: tests/run.sh on Linux; elsewhere the .NET tests, and Pester where it is installed
Bench    the benchmarks that race a peer, and those of code
Help     check that every cmdlet has help and that every example in it names the module's own cmdlets and parameters
Package  lay out the module as users install it, in out/VsMigration
.PARAMETER Configuration
Debug (default: the configuration that README's commands build) or Release. Package is always Release.
.EXAMPLE
pwsh ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Bench', 'Help', 'Package')]
    [string] $Task = 'Build',
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$root = $PSScriptRoot
$thisPowerShell = (Get-Process -Id $PID).Path

# Runs a program in the root folder; its failure ends the task with its exit code.
function Invoke-Tool {
    Push-Location $root
    try {
        $program, $arguments = $args
        & $program @arguments
        if ($LASTEXITCODE -ne 0) {
            Write-Host "build.ps1: '$args' ended with exit code $LASTEXITCODE" -ForegroundColor Red
            exit $LASTEXITCODE
        }
    }
    finally {
        Pop-Location
    }
}

# The module is imported in a process of its own: this one could not rebuild what it has loaded.
function Invoke-WithModule([string] $Manifest, [string] $Script) {
    Invoke-Tool $thisPowerShell -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; Import-Module '$Manifest'; $Script"
}

function Invoke-Build {
    Invoke-Tool dotnet build VsMigration.slnx --nologo --configuration $Configuration
}

function Invoke-Test {
    if ($IsLinux) {
        $env:PWSH = $thisPowerShell
        Invoke-Tool bash tests/run.sh
        return
    }

    Invoke-Build
    Invoke-Tool dotnet test tests/Unit --nologo --no-build --configuration $Configuration
    if (Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -ge 5 }) {
        Invoke-Tool $thisPowerShell -NoProfile -NonInteractive -File tests/Pester/Invoke-Tests.ps1
    }
    else {
        Write-Warning 'The Pester files in tests/Pester were not run: Pester 5 is not installed.'
    }
}

function Invoke-Bench {
    if (-not $IsLinux) { throw 'The benchmarks race virsh, and need Linux.' }
    foreach ($script in Get-ChildItem "$root/benchmarks" -Filter *.sh) { Invoke-Tool bash $script.FullName }
}

# What Get-Help makes up for a cmdlet without help has the syntax in place of a synopsis.
function Invoke-Help {
    Invoke-Build
    Invoke-WithModule "$root/VsMigration.psd1" @'
$bare = foreach ($command in Get-Command -Module VsMigration -CommandType Cmdlet) {
    $help = Get-Help $command.Name -Full
    if (-not $help.Synopsis -or $help.Synopsis.TrimStart().StartsWith($command.Name)) { $command.Name; continue }
    if (-not $help.examples) { "$($command.Name): no example" }
    foreach ($parameter in $help.parameters.parameter) {
        if (-not $parameter.description) { "$($command.Name) -$($parameter.name)" }
    }
}
if ($bare) { throw "Without help text:`n$($bare -join "`n")" }
'Every cmdlet, and every parameter that help names, has its text.'
'@
}

function Invoke-Package {
    $package = "$root/out/VsMigration"
    if (Test-Path $package) { Remove-Item $package -Recurse }

    # Not by way of the root's bin/, which belongs to the configuration that was built last.
    foreach ($framework in 'netstandard2.0', 'net10.0') {
        $built = "$root/out/build/$framework/"
        Invoke-Tool dotnet build src/VsMigration.PowerShell --nologo --verbosity quiet --configuration Release --framework $framework "-p:OutputPath=$built"
        $bin = New-Item "$package/bin/$framework" -ItemType Directory
        Copy-Item "$built/VsMigration.*.dll", "$built/VsMigration.*.pdb" $bin
    }

    foreach ($item in 'VsMigration.psd1', 'VsMigration.psm1', 'VsMigration.Format.ps1xml', 'VsMigration.Types.ps1xml', 'en-US', 'LICENSE', 'README.md') {
        if (Test-Path "$root/$item") { Copy-Item "$root/$item" $package -Recurse }
    }

    Invoke-WithModule "$package/VsMigration.psd1" @'
$module = Get-Module VsMigration
$missing = (Import-PowerShellDataFile $module.Path.Replace('.psm1', '.psd1')).CmdletsToExport | Where-Object { -not $module.ExportedCmdlets.ContainsKey($_) }
if ($missing) { throw "The package does not export: $missing" }
"$($module.ModuleBase): VsMigration $($module.Version), $($module.ExportedCmdlets.Count) cmdlets"
'@
}

& "Invoke-$Task"
