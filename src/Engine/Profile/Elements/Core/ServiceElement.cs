using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Service: something that a system can do for others. Named so because <c>Service</c> is a layer of the engine.</summary>
[CimClass("CIM_Service", Version = "2.45.0")]
public abstract record ServiceElement : EnabledLogicalElement
{
    /// <summary>The CreationClassName of the system that hosts it.</summary>
    [CimProperty(Key = true)]
    public string? SystemCreationClassName { get; init; }

    /// <summary>The Name of the system that hosts it.</summary>
    [CimProperty(Key = true)]
    public string? SystemName { get; init; }

    /// <summary>The class that it was made of: ours, not the CIM class that a client asks for.</summary>
    [CimProperty(Key = true)]
    public string? CreationClassName { get; init; }

    /// <summary>Its name, unique among the services of its system.</summary>
    [CimProperty(Key = true)]
    public override string? Name { get; init; }

    /// <summary>Who uses it.</summary>
    [CimProperty(Writable = true)]
    public string? PrimaryOwnerName { get; init; }

    /// <summary>How its owner can be reached.</summary>
    [CimProperty(Writable = true)]
    public string? PrimaryOwnerContact { get; init; }

    /// <summary>Automatic or Manual; deprecated by the schema in favour of <see cref="EnabledLogicalElement.EnabledDefault"/>.</summary>
    [CimProperty]
    public string? StartMode { get; init; }

    /// <summary>Whether it runs.</summary>
    [CimProperty]
    public bool? Started { get; init; }

    /// <summary>The ITIL line of service that it stands for; null where it stands for none.</summary>
    [CimProperty]
    public string? LoSID { get; init; }

    /// <summary>Who defines <see cref="LoSID"/>.</summary>
    [CimProperty]
    public string? LoSOrgID { get; init; }
}
