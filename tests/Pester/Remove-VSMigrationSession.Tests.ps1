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

Describe 'Remove-VSMigrationSession' {
    BeforeEach { $null = New-VSMigrationSession $a lab }
    AfterEach { Get-VSMigrationSession | Remove-VSMigrationSession }

    It 'closes a session by its name' {
        Remove-VSMigrationSession lab
        Get-VSMigrationSession | Should -BeNullOrEmpty
    }

    It 'closes sessions from the pipeline' {
        Get-VSMigrationSession | Remove-VSMigrationSession
        Get-VSMigrationSession | Should -BeNullOrEmpty
    }

    It 'leaves it open with -WhatIf' {
        Remove-VSMigrationSession lab -WhatIf
        (Get-VSMigrationSession).Name | Should -Be 'lab'
    }
}
