BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Test-VSMigrationConformance' {
    It 'gives one result with its evidence for each requirement, and none that fails' {
        $results = Test-VSMigrationConformance -Session $a
        ($results | Group-Object Id).Count | Should -Be $results.Count
        $results.Evidence | Should -Not -Contain ''
        ($results | Where-Object Result -eq Fail).Id | Should -BeNullOrEmpty
    }

    It 'shows the requirements that are asked for' {
        (Test-VSMigrationConformance -Session $a -Id T27-*).Id | Should -Be 'T27-1', 'T27-2', 'T27-3'
    }

    It 'sums them up' {
        $summary = Test-VSMigrationConformance -Session $a -Summary
        $summary.Verdict | Should -Not -Be 'Fail'
        ($summary.Levels | Where-Object Level -eq Mandatory).Pass | Should -BeGreaterThan 50
    }

    It 'migrates nothing with -WhatIf' {
        $null = Test-VSMigrationConformance -Session $a -AllowMigration -Name web01 -DestinationHost sim-b -WhatIf
        (Get-VSMigrationSystem web01 -Session $a).HostName | Should -Be 'sim-a'
    }

    It 'does not know an id that there is not' {
        $null = Test-VSMigrationConformance -Session $a -Id 99-1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'VSMigration.ParameterInvalid,*'
    }
}
