BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Set-VSMigrationService' {
    It 'sets what is given and leaves the rest' {
        $before = (Get-VSMigrationService $a).Limits
        $after = Set-VSMigrationService -MaximumOutgoingPerHost 2 -BandwidthPerHost 8 -BandwidthUnit Gbit/s -PassThru
        $after.MaximumOutgoingPerHost | Should -Be 2
        $after.BytesPerSecondPerHost | Should -Be 1000000000
        $after.MaximumIncomingPerHost | Should -Be $before.MaximumIncomingPerHost
    }

    It 'knows units of data rates only' {
        { Set-VSMigrationService -BandwidthPerHost 8 -BandwidthUnit furlong -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.ParameterInvalid,*'
    }
}
