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

Describe 'Start-VSMigration' {
    # A world for each test: what one migrates is no longer where the next one looks.
    BeforeEach {
        $world = "simulator://$TestDrive/$([guid]::NewGuid()).xml?clock=virtual"
    }

    It 'migrates and writes the finished job with -Wait' {
        $job = Start-VSMigration web01 sim-b -Session $world -Wait
        $job.JobState | Should -Be 'Completed'
        $job.PercentComplete | Should -Be 100
        (Get-VSMigrationSystem web01 -Session "$world&host=sim-b").State | Should -Be 'Active'
    }

    It 'writes one error for what cannot move, and moves the others' {
        $jobs = 'gpu01', 'web01' | Start-VSMigration -DestinationHost sim-b -Session $world -Wait -ErrorVariable failed -ErrorAction SilentlyContinue
        $jobs.VirtualSystem.Name | Should -Be 'web01'
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'VSMigration.NotMigratable,*'
    }

    It 'takes rows of a table' {
        $jobs = "Name,DestinationHost,MigrationType`nweb01,sim-b,Live`nbuild01,sim-b,Restart" | ConvertFrom-Csv | Start-VSMigration -Session $world -Wait
        $jobs.Count | Should -Be 2
        $jobs.JobState | Should -Be 'Completed', 'Completed'
    }

    It 'moves nothing with -WhatIf' {
        Start-VSMigration web01 sim-b -Session $world -Wait -WhatIf | Should -BeNullOrEmpty
        (Get-VSMigrationSystem web01 -Session $world).HostName | Should -Be 'sim-a'
    }
}
