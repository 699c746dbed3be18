using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_RegisteredSpecification: a specification that is implemented here.</summary>
[CimClass("CIM_RegisteredSpecification", Version = "2.39.0")]
public record RegisteredSpecification : ManagedElement
{
    /// <summary>Its identity, opaque.</summary>
    [CimProperty(Key = true)]
    public override string? InstanceID { get; init; }

    /// <summary>What kind of specification it is.</summary>
    [CimProperty]
    public virtual SpecificationType? SpecificationType { get; init; }

    /// <summary>The kind where <see cref="SpecificationType"/> is Other.</summary>
    [CimProperty]
    public string? OtherSpecificationType { get; init; }

    /// <summary>Who publishes it.</summary>
    [CimProperty(Required = true)]
    public RegisteredOrganization? RegisteredOrganization { get; init; }

    /// <summary>Who publishes it, where <see cref="RegisteredOrganization"/> is Other.</summary>
    [CimProperty]
    public string? OtherRegisteredOrganization { get; init; }

    /// <summary>Its name.</summary>
    [CimProperty(Required = true)]
    public string? RegisteredName { get; init; }

    /// <summary>Its version: <c>1.0.0</c>.</summary>
    [CimProperty(Required = true)]
    public string? RegisteredVersion { get; init; }

    /// <summary>How it is advertised on the network.</summary>
    [CimProperty(Required = true)]
    public IReadOnlyList<AdvertiseType>? AdvertiseTypes { get; init; }

    /// <summary>How it is advertised, where <see cref="AdvertiseTypes"/> has Other at the same index.</summary>
    [CimProperty]
    public IReadOnlyList<string>? AdvertiseTypeDescriptions { get; init; }
}
