BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Register-VSMigrationEvent' {
    BeforeEach {
        $world = "simulator://$TestDrive/$([guid]::NewGuid()).xml?clock=virtual"
    }

    AfterEach {
        Get-EventSubscriber | Unregister-Event
        Get-Event | Remove-Event
    }

    It 'writes what happens to a job until it has ended' {
        $told = Start-VSMigration web01 sim-b -Session $world | Register-VSMigrationEvent -Wait -StateOnly -EventType JobChange
        $told.JobState | Should -Be 'Starting', 'Running', 'Completed'
    }

    It 'queues events for Wait-Event' {
        Register-VSMigrationEvent -SourceIdentifier moves -EventType CIM_InstCreation
        $job = Start-VSMigration web01 sim-b -Session $world
        (Wait-Event -SourceIdentifier moves -Timeout 10).SourceEventArgs.Job.Id | Should -Be $job.Id
    }

    It 'ends with Unregister-Event' {
        Register-VSMigrationEvent -SourceIdentifier moves
        Unregister-Event -SourceIdentifier moves
        $null = Start-VSMigration web01 sim-b -Session $world -Wait
        Get-Event | Should -BeNullOrEmpty
    }
}
