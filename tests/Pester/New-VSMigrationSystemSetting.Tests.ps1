BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'New-VSMigrationSystemSetting' {
    It 'holds what is to be different' {
        $setting = New-VSMigrationSystemSetting -Name web01-dr -Notes 'one', 'two'
        $setting.ElementName | Should -Be 'web01-dr'
        $setting.Notes.Count | Should -Be 2
        $setting.Description | Should -BeNullOrEmpty
    }
}
