namespace VsMigration.Profile.Methods;

/// <summary>Which entity an error comes from; whoever knows the entities makes CIM_Error.ErrorSource of it.</summary>
[Clause("T23-4")]
public enum ErrorOrigin
{
    /// <summary>The migration service.</summary>
    Service,

    /// <summary>The virtual system at the source.</summary>
    VirtualSystem,

    /// <summary>The host that the virtual system comes from.</summary>
    SourceHost,

    /// <summary>The host that it goes to.</summary>
    TargetHost,
}
