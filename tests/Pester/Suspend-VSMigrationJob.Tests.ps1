BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Suspend-VSMigrationJob' {
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

    It 'holds back a job that waits' {
        ($waits | Suspend-VSMigrationJob -PassThru).JobState | Should -Be 'Suspended'
    }

    It 'cannot hold back one that has begun' {
        { $runs | Suspend-VSMigrationJob -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.InvalidState,*'
    }
}
