BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Remove-VSMigrationJob' {
    It 'removes a job that has ended' {
        $job = Start-VSMigration web01 sim-b -Session $a -Wait
        $job | Remove-VSMigrationJob
        Get-VSMigrationJob | Where-Object Id -eq $job.Id | Should -BeNullOrEmpty
    }

    It 'removes none that has not' {
        $job = Start-VSMigration db01 sim-b -Session "simulator://$TestDrive/real.xml" -Bandwidth 100
        { $job | Remove-VSMigrationJob -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.InvalidState,*'
        $job | Stop-VSMigrationJob
    }
}
