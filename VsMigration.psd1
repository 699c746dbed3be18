@{
    RootModule           = 'VsMigration.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '5c1a7c6e-3f0d-4a51-9b1f-2f2b1d3a8e10'
    Author               = 'The VsMigration authors'
    CompanyName          = 'The VsMigration authors'
    Copyright            = 'MIT licence'
    Description          = 'Checks, starts, watches and controls migrations of running virtual systems, in the model of DMTF DSP1081, on libvirt/KVM and on a simulator.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FormatsToProcess     = @('VsMigration.Format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'New-VSMigrationSession', 'Get-VSMigrationSession', 'Remove-VSMigrationSession'
        'Add-VSMigrationHost', 'Get-VSMigrationHost', 'Remove-VSMigrationHost'
        'Get-VSMigrationService', 'Set-VSMigrationService', 'Get-VSMigrationCapability'
        'Get-VSMigrationSystem'
        'Get-VSMigrationSystemSetting', 'Get-VSMigrationResourceSetting'
        'New-VSMigrationSetting', 'New-VSMigrationSystemSetting', 'New-VSMigrationResourceSetting'
        'Test-VSMigration', 'Start-VSMigration'
        'Get-VSMigrationJob', 'Wait-VSMigrationJob', 'Stop-VSMigrationJob'
        'Suspend-VSMigrationJob', 'Resume-VSMigrationJob', 'Set-VSMigrationJob', 'Remove-VSMigrationJob'
        'Register-VSMigrationEvent'
        'Test-VSMigrationConformance'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('Virtualization', 'Migration', 'libvirt', 'KVM', 'QEMU', 'CIM', 'DSP1081', 'PSEdition_Core', 'PSEdition_Desktop')
            LicenseUri = 'https://opensource.org/licenses/MIT'
        }
    }
}
