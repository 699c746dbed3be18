using System.Collections.Generic;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Elements;

namespace VsMigration.Service.Views;

/// <summary>
/// The four queries of Table 17, ready to be subscribed to. The table prints them without FROM; they are published with it, as DSP0202
/// wants them.
/// </summary>
[Clause("T17-17", "T17-18", "T17-19", "T17-20")]
public static class IndicationFilters
{
    /// <summary>The query language that the filters are written in (DSP0202).</summary>
    public const string QueryLanguage = "DMTF:CQL";

    /// <summary>A job was made: VS_MIGRATION_JOB_CREATE.</summary>
    public const string JobCreate = "VsMigration:VS_MIGRATION_JOB_CREATE";

    /// <summary>A job changed: VS_MIGRATION_JOB_CHANGE.</summary>
    public const string JobChange = "VsMigration:VS_MIGRATION_JOB_CHANGE";

    /// <summary>A job was removed: VS_MIGRATION_JOB_DELETE.</summary>
    public const string JobDelete = "VsMigration:VS_MIGRATION_JOB_DELETE";

    /// <summary>A method is called, or has answered: VS_MIGRATION_METHOD_CALL.</summary>
    public const string MethodCall = "VsMigration:VS_MIGRATION_METHOD_CALL";

    private static readonly (string Name, string Query)[] s_queries =
    {
        (JobCreate, "SELECT * FROM CIM_InstCreation WHERE SourceInstance ISA CIM_ConcreteJob"),
        (JobDelete, "SELECT * FROM CIM_InstDeletion WHERE SourceInstance ISA CIM_ConcreteJob"),
        (MethodCall, "SELECT * FROM CIM_InstMethodCall WHERE SourceInstance ISA CIM_VirtualSystemMigrationService"),
        (JobChange, "SELECT * FROM CIM_InstModification WHERE SourceInstance ISA CIM_ConcreteJob AND PreviousInstance ISA CIM_ConcreteJob "
            + "AND SourceInstance <> PreviousInstance"),
    };

    /// <summary>The filters of the migration service of a host.</summary>
    public static IEnumerable<IndicationFilter> Of(string hostName)
    {
        foreach (var (name, query) in s_queries)
        {
            yield return new IndicationFilter
            {
                SystemCreationClassName = ElementMap.NameOf(typeof(HostSystem)),
                SystemName = hostName,
                CreationClassName = ElementMap.NameOf(typeof(IndicationFilter)),
                Name = name,
                SourceNamespaces = new[] { Namespaces.Migration },
                Query = query,
                QueryLanguage = QueryLanguage,
            };
        }
    }
}
