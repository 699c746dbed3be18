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

Describe 'Stop-VSMigrationJob' {
    BeforeEach {
        # In real time db01 takes far longer than it takes to stop it.
        $real = "simulator://$TestDrive/$([guid]::NewGuid()).xml"
        $job = Start-VSMigration db01 sim-b -Session $real
    }

    AfterEach { Get-VSMigrationJob -State Starting, Running | Stop-VSMigrationJob }

    It 'stops a job, and everything is as before' {
        $job | Stop-VSMigrationJob | Should -BeNullOrEmpty
        $job.JobState | Should -Be 'Terminated'
        (Get-VSMigrationSystem db01 -Session $real).State | Should -Be 'Active'
        Get-VSMigrationSystem db* -Session "${real}?host=sim-b" | Should -BeNullOrEmpty
    }

    It 'kills it with -Force' {
        (Stop-VSMigrationJob -Id $job.Id -Force -PassThru).JobState | Should -Be 'Killed'
    }

    It 'leaves it at work with -WhatIf' {
        $job | Stop-VSMigrationJob -WhatIf
        $job.JobState | Should -BeIn 'Starting', 'Running'
    }

    It 'cannot stop what has ended' {
        $job | Stop-VSMigrationJob
        { $job | Stop-VSMigrationJob -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.InvalidState,*'
    }
}
