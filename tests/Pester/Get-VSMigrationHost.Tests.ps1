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

Describe 'Get-VSMigrationHost' {
    BeforeAll {
        Add-VSMigrationHost kvm8 qemu+ssh://kvm8/system
        Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system
    }

    It 'shows the hosts by name' { (Get-VSMigrationHost).Name | Should -Be 'kvm7', 'kvm8' }

    It 'picks by wildcard, without regard to case' { (Get-VSMigrationHost KVM?).Count | Should -Be 2 }

    It 'is silent where a wildcard picks none' { Get-VSMigrationHost nope* | Should -BeNullOrEmpty }

    It 'says so where there is none of that name' {
        { Get-VSMigrationHost nope -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.HostNotFound,*'
    }
}
