using System;
using VsMigration.Profile.Elements;

namespace VsMigration.Jobs;

/// <summary>What a step tells its job while it is done.</summary>
public interface IJobReport : IProgress<MigrationProgress>
{
    /// <summary>Tells something worth knowing that does not end the migration.</summary>
    void Warn(MigrationError warning);

    /// <summary>Shows the migrated virtual system as the destination has it.</summary>
    void Arrived(VirtualSystem system);
}
