BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Set-VSMigrationJob' {
    BeforeEach {
        # One migration at once: the first runs for long in real time, the second waits.
        Set-VSMigrationService -MaximumMigration 1
        $real = "simulator://$TestDrive/$([guid]::NewGuid()).xml"
        $runs = Start-VSMigration db01 sim-b -Session $real -Bandwidth 100 -BandwidthUnit MiB/s
        $waits = Start-VSMigration web01 sim-b -Session $real
    }

    AfterEach {
        Get-VSMigrationJob -State New, Starting, Running, Suspended | Stop-VSMigrationJob
        Set-VSMigrationService -MaximumMigration 16
    }

    It 'changes priority and bandwidth' {
        $runs | Set-VSMigrationJob -Priority 3 -Bandwidth 50 -BandwidthUnit MiB/s
        $runs.Priority | Should -Be 3
        $runs.Bandwidth | Should -Be 50
    }

    It 'must know what is to be changed' {
        { $runs | Set-VSMigrationJob -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.ParameterInvalid,*'
    }

    It 'changes nothing with -WhatIf' {
        $waits | Set-VSMigrationJob -Priority 3 -WhatIf
        $waits.Priority | Should -Not -Be 3
    }
}
