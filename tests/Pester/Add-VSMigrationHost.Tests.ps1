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

Describe 'Add-VSMigrationHost' {
    AfterEach { Get-VSMigrationHost | Remove-VSMigrationHost }

    It 'makes a host known without a word' {
        Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system tcp://10.0.0.7 | Should -BeNullOrEmpty
        (Get-VSMigrationHost kvm7).MigrationUri.OriginalString | Should -Be 'tcp://10.0.0.7'
    }

    It 'takes rows of a table' {
        "Name,ConnectionUri`nkvm7,qemu+ssh://kvm7/system`nkvm8,qemu+ssh://kvm8/system" | ConvertFrom-Csv | Add-VSMigrationHost -PassThru |
            ForEach-Object Name | Should -Be 'kvm7', 'kvm8'
    }

    It 'makes a destination of it' {
        Add-VSMigrationHost other $b
        Test-VSMigration web01 other -Session $a -Quiet | Should -BeTrue
    }

    It 'refuses the transfer address <_>' -ForEach 'http://10.0.0.7', 'rdma://10.0.0.7', 'tcp://', 'tcp://root:secret@10.0.0.7' {
        { Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system $_ -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.UriInvalid,*'
        Get-VSMigrationHost | Should -BeNullOrEmpty
    }
}
