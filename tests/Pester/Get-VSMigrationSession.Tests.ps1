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

Describe 'Get-VSMigrationSession' {
    BeforeAll { $lab = New-VSMigrationSession $a lab; $null = New-VSMigrationSession $b other }
    AfterAll { Get-VSMigrationSession | Remove-VSMigrationSession }

    It 'shows all' { (Get-VSMigrationSession).Name | Should -Be 'lab', 'other' }

    It 'shows those of a name or a number' {
        (Get-VSMigrationSession l*).Name | Should -Be 'lab'
        (Get-VSMigrationSession -Id $lab.Id).Name | Should -Be 'lab'
    }

    It 'is silent where a wildcard picks none' { Get-VSMigrationSession nope* | Should -BeNullOrEmpty }

    It 'says so where there is none of that name' {
        { Get-VSMigrationSession nope -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.SessionNotFound,*'
    }
}
