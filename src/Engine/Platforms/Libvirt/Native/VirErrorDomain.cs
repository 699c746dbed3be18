namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>virErrorDomain, those that the driver has something to say about.</summary>
internal enum VirErrorDomain
{
    None = 0,
    Xml = 5,
    Rpc = 7,
    Qemu = 10,
    Storage = 18,
    Domain = 20,
    Cpu = 31,
}
