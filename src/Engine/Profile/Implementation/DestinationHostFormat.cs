namespace VsMigration.Profile.Implementation;

/// <summary>
/// The forms in which a destination host can be named. Values of
/// CIM_VirtualSystemMigrationCapabilities.DestinationHostFormatsSupported (CIM schema 2.17).
/// </summary>
[Clause("T30-4")]
public enum DestinationHostFormat
{
    /// <summary>A domain name (RFC 1035).</summary>
    DomainName = 2,

    /// <summary>Dotted decimal IPv4.</summary>
    IPv4 = 3,

    /// <summary>IPv6 text (RFC 4291).</summary>
    IPv6 = 4,
}
