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

Describe 'Test-VSMigration' {
    It 'says everything that speaks against it at once' {
        $report = Test-VSMigration gpu01 sim-b -Session $a
        $report.IsMigratable | Should -BeFalse
        $report.Findings.Where({ $_.Severity -eq 'Error' }).Count | Should -BeGreaterOrEqual 5
        $report.Findings.RecommendedAction | Should -Not -Contain ''
    }

    It 'answers <quiet> for <name> with -Quiet' -ForEach @{ name = 'web01'; quiet = $true }, @{ name = 'gpu01'; quiet = $false } {
        Test-VSMigration $name sim-b -Session $a -Quiet | Should -Be $quiet
    }

    It 'checks what comes through the pipeline' {
        (Get-VSMigrationSystem -Session $a | Test-VSMigration -DestinationHost sim-b).Where({ -not $_.IsMigratable }).VirtualSystem.Name |
            Should -Be 'gpu01'
    }

    It 'names the hosts there are where it does not know the destination' {
        $null = Test-VSMigration web01 nowhere -Session $a -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'VSMigration.HostNotFound,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match 'sim-b'
    }
}
