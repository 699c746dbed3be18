namespace VsMigration.Profile.Elements;

/// <summary>Kinds of virtual resources that a migration can change: values of CIM_ResourceAllocationSettingData.ResourceType.</summary>
public enum ResourceType
{
    /// <summary>Something else; ResourceSubType says what.</summary>
    Other = 1,

    /// <summary>Virtual processors.</summary>
    Processor = 3,

    /// <summary>Memory.</summary>
    Memory = 4,

    /// <summary>A network adapter.</summary>
    EthernetAdapter = 10,

    /// <summary>A disk, seen as a logical disk.</summary>
    LogicalDisk = 31,
}
