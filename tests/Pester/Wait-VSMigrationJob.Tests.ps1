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

Describe 'Wait-VSMigrationJob' {
    It 'writes the jobs when they have ended' {
        $jobs = 'web01', 'cache01' | Start-VSMigration -DestinationHost sim-b -Session $a | Wait-VSMigrationJob
        $jobs.Count | Should -Be 2
        $jobs.JobState | Should -Be 'Completed', 'Completed'
    }

    It 'gives up after its time, and the job goes on' {
        # In real time db01 takes far longer than a second.
        $job = Start-VSMigration db01 sim-b -Session "simulator://$TestDrive/real.xml"
        $job | Wait-VSMigrationJob -TimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'VSMigration.Timeout,*'
        $job.JobState | Should -Be 'Running'
        $job | Stop-VSMigrationJob
    }
}
