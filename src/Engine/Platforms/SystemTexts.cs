using System;
using System.Collections.Generic;

namespace VsMigration.Platforms;

/// <summary>What a definition says to people and to nobody else.</summary>
public sealed record SystemTexts
{
    /// <summary>The kind of virtual system (CIM_VirtualSystemSettingData.VirtualSystemType), such as <c>DMTF:KVM</c>.</summary>
    public string VirtualSystemType { get; init; } = "";

    /// <summary>A line of description; empty where there is none.</summary>
    public string Caption { get; init; } = "";

    /// <summary>A description; empty where there is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Notes of its administrators.</summary>
    public IReadOnlyList<string> Notes { get; init; } = Array.Empty<string>();
}
