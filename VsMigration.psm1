# Picks the build for the .NET that this PowerShell runs on. Uses the language only: vsm and Windows PowerShell load it too.
$framework = if ([System.Environment]::Version.Major -ge 10) { 'net10.0' } else { 'netstandard2.0' }
$assembly = [System.IO.Path]::Combine($PSScriptRoot, 'bin', $framework, 'VsMigration.PowerShell.dll')
if (-not [System.IO.File]::Exists($assembly)) {
    throw "VsMigration is not built for ${framework}: '$assembly' is missing. Run 'dotnet build' in '$PSScriptRoot'."
}

Import-Module -Name $assembly -ErrorAction Stop
Export-ModuleMember -Cmdlet *
