using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Capabilities: what an element can do.</summary>
[CimClass("CIM_Capabilities", Version = "2.45.0")]
public abstract record Capabilities : ManagedElement
{
    /// <summary>Its identity, opaque.</summary>
    [CimProperty(Key = true)]
    public override string? InstanceID { get; init; }

    /// <summary>The name that people use.</summary>
    [CimProperty(Required = true)]
    public override string? ElementName { get; init; }
}
