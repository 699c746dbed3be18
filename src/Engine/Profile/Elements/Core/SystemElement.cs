using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_System: a system, of which other elements are parts. Named so because <c>System</c> is a namespace of the base library.
/// </summary>
[CimClass("CIM_System", Version = "2.45.0")]
public abstract record SystemElement : AllocatedLogicalElement
{
    /// <summary>The class that it was made of: ours, not the CIM class that a client asks for.</summary>
    [CimProperty(Key = true)]
    public string? CreationClassName { get; init; }

    /// <summary>Its name; a key together with <see cref="CreationClassName"/>.</summary>
    [CimProperty(Key = true)]
    public override string? Name { get; init; }

    /// <summary>How <see cref="Name"/> was chosen.</summary>
    [CimProperty]
    public virtual string? NameFormat { get; init; }

    /// <summary>Who uses it.</summary>
    [CimProperty(Writable = true)]
    public string? PrimaryOwnerName { get; init; }

    /// <summary>How its owner can be reached.</summary>
    [CimProperty(Writable = true)]
    public string? PrimaryOwnerContact { get; init; }

    /// <summary>What it does in its environment, as its administrator says.</summary>
    [CimProperty(Writable = true)]
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>
    /// Identifying values besides the name (clause 7.5.2); the element of the same index in <see cref="IdentifyingDescriptions"/> says of
    /// which kind.
    /// </summary>
    [CimProperty]
    public IReadOnlyList<string>? OtherIdentifyingInfo { get; init; }

    /// <summary>Kinds of the identifying values, such as <c>CIM:GUID</c> (clause 7.5.3).</summary>
    [CimProperty]
    public IReadOnlyList<string>? IdentifyingDescriptions { get; init; }
}
