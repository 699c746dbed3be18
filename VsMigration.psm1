# Picks the build for the .NET that this PowerShell runs on. Uses the language only: vsm and Windows PowerShell load it too.
$framework = if ([System.Environment]::Version.Major -ge 10) { 'net10.0' } else { 'netstandard2.0' }
try {
    Import-Module "$PSScriptRoot/bin/$framework/VsMigration.PowerShell.dll" -ErrorAction Stop
}
catch {
    throw "VsMigration cannot be loaded for ${framework}; if it has not been built yet, run 'dotnet build' in '$PSScriptRoot'. $_"
}
