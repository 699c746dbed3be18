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

Describe 'Get-VSMigrationJob' {
    BeforeAll { $job = Start-VSMigration web01 sim-b -Session $a -Wait }

    It 'shows jobs by name and by number' {
        (Get-VSMigrationJob web*).Id | Should -Be $job.Id
        (Get-VSMigrationJob -Id $job.Id).VirtualSystem.Name | Should -Be 'web01'
    }

    It 'picks by state' {
        (Get-VSMigrationJob -State Completed).Id | Should -Be $job.Id
        Get-VSMigrationJob -State Running, Killed | Should -BeNullOrEmpty
    }

    It 'picks by session' {
        (Get-VSMigrationJob -Session $a).Id | Should -Be $job.Id
        Get-VSMigrationJob -Session $b | Should -BeNullOrEmpty
    }

    It 'says so where there is none of that number' {
        { Get-VSMigrationJob -Id ([int]::MaxValue) -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.JobNotFound,*'
    }
}
