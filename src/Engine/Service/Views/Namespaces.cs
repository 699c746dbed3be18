using VsMigration.Profile;

namespace VsMigration.Service.Views;

/// <summary>The namespaces that the elements are in.</summary>
[Clause("10.10")]
public static class Namespaces
{
    /// <summary>Registered profiles and indication filters (DSP1033: where a client looks first).</summary>
    public const string Interop = "root/interop";

    /// <summary>Everything else.</summary>
    public const string Migration = "root/vsmigration";
}
