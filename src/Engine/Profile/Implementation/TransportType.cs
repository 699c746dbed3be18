namespace VsMigration.Profile.Implementation;

/// <summary>
/// How the memory of a virtual system travels. Values of CIM_VirtualSystemMigrationSettingData.TransportType (CIM schema 2.33).
/// </summary>
[Clause("7.4.7")]
public enum TransportType
{
    /// <summary>The transport is not exposed.</summary>
    Unknown = 0,

    /// <summary>A transport that the schema has no number for.</summary>
    Other = 1,

    /// <summary>Through a secure shell: on libvirt, tunnelled over a <c>qemu+ssh</c> connection.</summary>
    SSH = 2,

    /// <summary>Transport layer security.</summary>
    TLS = 3,

    /// <summary>Transport layer security with mutual authentication. The schema prints <c>TLS Strict</c>.</summary>
    TLSStrict = 4,

    /// <summary>TCP, in the clear.</summary>
    TCP = 5,

    /// <summary>A socket between processes of one machine, such as a UNIX domain socket.</summary>
    IPC = 6,
}
