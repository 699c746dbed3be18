BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
    $b = "simulator://$TestDrive/world.xml?host=sim-b&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Get-VSMigrationCapability' {
    It 'shows what a host can do' {
        $capability = Get-VSMigrationCapability -Session $a
        $capability.HostName | Should -Be 'sim-a'
        'Live', 'Resume', 'Restart' | Should -BeIn $capability.MigrationTypes
    }

    It 'takes sessions from the pipeline' {
        $a, $b | Get-VSMigrationCapability | ForEach-Object HostName | Should -Be 'sim-a', 'sim-b'
    }
}
