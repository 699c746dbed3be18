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

Describe 'Get-VSMigrationSystem' {
    It 'shows the virtual systems of a host' {
        (Get-VSMigrationSystem -Session $a).Name | Sort-Object | Should -Be 'build01', 'cache01', 'db01', 'gpu01', 'web01'
    }

    It 'picks by name and by identifier' {
        $web = Get-VSMigrationSystem w* -Session $a
        $web.Name | Should -Be 'web01'
        (Get-VSMigrationSystem -Id $web.Id -Session $a).Name | Should -Be 'web01'
    }

    It 'is silent where a wildcard picks none' { Get-VSMigrationSystem nope* -Session $a | Should -BeNullOrEmpty }

    It 'says so where there is none of that name, and shows the others' {
        $shown = Get-VSMigrationSystem nope, web01 -Session $a -ErrorVariable failed -ErrorAction SilentlyContinue
        $shown.Name | Should -Be 'web01'
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'VSMigration.SystemNotFound,*'
    }

    It 'shows a table of the module''s own' { Get-VSMigrationSystem web01 -Session $a | Out-String | Should -Match 'web01.*Active' }
}
