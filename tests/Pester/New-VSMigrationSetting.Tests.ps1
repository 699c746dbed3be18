BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'New-VSMigrationSetting' {
    It 'holds what is given and leaves the rest to the host' {
        $setting = New-VSMigrationSetting -Bandwidth 400 -BandwidthUnit Mbit/s -MaxDowntime 250
        $setting.Bandwidth | Should -Be 400
        $setting.MaxDowntime | Should -Be ([timespan]::FromMilliseconds(250))
        $setting.MigrationType | Should -BeNullOrEmpty
    }

    It 'copies a setting' {
        $copy = New-VSMigrationSetting -Bandwidth 400 -Priority 200 | New-VSMigrationSetting -Priority 10
        $copy.Bandwidth | Should -Be 400
        $copy.Priority | Should -Be 10
    }

    It 'is taken by Start-VSMigration, whose own parameters go before it' {
        $setting = New-VSMigrationSetting -MigrationType Resume -Priority 7
        $job = Start-VSMigration web01 sim-b -Session $a -Setting $setting -Priority 8 -Wait
        $job.MigrationType | Should -Be 'Resume'
        $job.Priority | Should -Be 8
    }
}
