using VsMigration.Profile;

namespace VsMigration.Server;

/// <summary>What can be chosen of a CIM server.</summary>
public sealed record CimServerOptions
{
    /// <summary>
    /// Whether a method of the migration service that fails answers with its return code and nothing else; otherwise with a CIM error that
    /// carries the CIM_Error instances, which says more (clause 8.1: one or the other).
    /// </summary>
    [Clause("8.1.1-3", "8.1.2-3", "8.1.3-4", "8.1.4-4")]
    public bool ErrorsAsReturnCodes { get; init; }
}
