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

Describe 'Remove-VSMigrationHost' {
    BeforeEach { Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system }

    It 'forgets a host without a word' {
        Remove-VSMigrationHost kvm7 | Should -BeNullOrEmpty
        Get-VSMigrationHost | Should -BeNullOrEmpty
    }

    It 'writes what it forgot with -PassThru' {
        (Get-VSMigrationHost | Remove-VSMigrationHost -PassThru).Name | Should -Be 'kvm7'
    }

    It 'forgets nothing with -WhatIf' {
        Remove-VSMigrationHost * -WhatIf
        (Get-VSMigrationHost).Name | Should -Be 'kvm7'
    }
}
