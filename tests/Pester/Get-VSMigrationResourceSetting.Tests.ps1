BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'Get-VSMigrationResourceSetting' {
    It 'shows memory, processors, adapters and disks' {
        $types = (Get-VSMigrationResourceSetting web01 -Session $a).ResourceType
        'Memory', 'Processor', 'EthernetAdapter', 'LogicalDisk' | Should -BeIn $types
    }

    It 'shows some kinds only' {
        (Get-VSMigrationResourceSetting web01 -Session $a -ResourceType Memory, Processor).Count | Should -Be 2
    }
}
