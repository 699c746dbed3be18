BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Get-VSMigrationService' {
    It 'shows host, methods and limits' {
        $service = Get-VSMigrationService $a
        $service.HostName | Should -Be 'sim-a'
        $service.AsynchronousMethodsSupported | Should -Contain 'MigrateVirtualSystemToHost'
        $service.Limits.MaximumMigrations | Should -BeGreaterThan 0
    }

    It 'counts jobs by their state' {
        $null = Start-VSMigration web01 sim-b -Session $a -Wait
        (Get-VSMigrationService $a).JobCount['Completed'] | Should -Be 1
    }
}
