using System.Management.Automation;
using VsMigration.Profile.Elements;

namespace VsMigration.PowerShell.Commands;

/// <summary>Makes what a virtual system is to be called and described as after its migration.</summary>
/// <remarks>
/// Test-VSMigration and Start-VSMigration take it as -NewSystemSetting. What is left out stays as it is. Whether it can be changed in
/// the migration type that was chosen, the check says.
/// </remarks>
/// <example>
/// <code>Start-VSMigration web01 kvm7 -NewSystemSetting (New-VSMigrationSystemSetting -Name web01-dr) -Wait</code>
/// The virtual system is called web01-dr at the destination.
/// </example>
/// <example>
/// <code>$setting = New-VSMigrationSystemSetting -Description 'Shop front end' -Notes 'moved from kvm3', 'owner: shop'
/// Test-VSMigration web01 kvm7 -NewSystemSetting $setting</code>
/// Checks whether it can be described anew on the way.
/// </example>
[Cmdlet(VerbsCommon.New, "VSMigrationSystemSetting")]
[OutputType(typeof(VirtualSystemSettingData))]
public sealed class NewVSMigrationSystemSettingCommand : PSCmdlet
{
    /// <summary>The name at the destination.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("NewName", "ElementName")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>A line of description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Title")]
    [AllowEmptyString]
    public string? Caption { get; set; }

    /// <summary>A description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Notes of its administrators; they take the place of those that there are.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    public string[]? Notes { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new VirtualSystemSettingData
    {
        ElementName = Name,
        Caption = Caption,
        Description = Description,
        Notes = Notes,
    });
}
