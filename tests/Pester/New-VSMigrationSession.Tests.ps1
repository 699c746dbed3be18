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

Describe 'New-VSMigrationSession' {
    AfterEach { Get-VSMigrationSession | Remove-VSMigrationSession }

    It 'opens a session that can be named afterwards' {
        (New-VSMigrationSession $a -Name lab).HostName | Should -Be 'sim-a'
        (Get-VSMigrationSystem web01 -Session lab).Name | Should -Be 'web01'
    }

    It 'numbers a session that was given no name' {
        (New-VSMigrationSession $a).Name | Should -Match '^Session\d+$'
    }

    It 'refuses a name that is taken' {
        $null = New-VSMigrationSession $a lab
        { New-VSMigrationSession $b lab -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.ParameterInvalid,*'
    }

    It 'refuses <_>' -ForEach 'kvm7', 'gopher://kvm7/', '/var/run/libvirt/libvirt-sock' {
        { New-VSMigrationSession $_ -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.UriInvalid,*'
    }
}
