BeforeAll {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'VsMigration.psd1'))
    $homeBefore = $env:VSMIGRATION_HOME
    $env:VSMIGRATION_HOME = Join-Path $TestDrive 'home'
    $a = "simulator://$TestDrive/world.xml?host=sim-a&clock=virtual"
}

AfterAll {
    $env:VSMIGRATION_HOME = $homeBefore
}

Describe 'New-VSMigrationResourceSetting' {
    It 'takes memory as people write it' {
        $setting = New-VSMigrationResourceSetting -Memory 5GB
        $setting.ResourceType | Should -Be 'Memory'
        $setting.VirtualQuantity | Should -Be 5GB
        $setting.VirtualQuantityUnits | Should -Be 'byte'
    }

    It 'names an adapter by its address' {
        $setting = New-VSMigrationResourceSetting -NetworkAdapter 52:54:00:6b:3c:58 -Bridge br-prod
        $setting.InstanceID | Should -Be '52:54:00:6b:3c:58'
        $setting.Connection | Should -Be 'br-prod'
    }

    It 'takes a resource from the pipeline' {
        $memory = Get-VSMigrationResourceSetting web01 -Session $a -ResourceType Memory
        ($memory | New-VSMigrationResourceSetting -Memory 5GB).InstanceID | Should -Be $memory.InstanceID
    }

    It 'must know which adapter is meant' {
        { New-VSMigrationResourceSetting -Bridge br-prod -ErrorAction Stop } | Should -Throw -ErrorId 'VSMigration.ParameterInvalid,*'
    }
}
