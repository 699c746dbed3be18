BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Get-VSMigrationSystemSetting' {
    It 'shows what a virtual system is called' {
        (Get-VSMigrationSystemSetting web01 -Session $a).ElementName | Should -Be 'web01'
    }

    It 'takes virtual systems from the pipeline' {
        (Get-VSMigrationSystem -Session $a | Get-VSMigrationSystemSetting).Count | Should -Be 5
    }

    It 'says so where there is none' {
        { Get-VSMigrationSystemSetting nope -Session $a -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.SystemNotFound,*'
    }
}
