using VsMigration.Profile.Implementation;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>Puts what is given one by one over a whole setting, property by property; what belongs together goes together. Pure.</summary>
internal static class SettingMerge
{
    /// <summary>The setting of both; null = none is under it.</summary>
    /// <remarks>
    /// A bandwidth without a unit keeps the unit that is under it; a unit without a bandwidth says nothing, so that it cannot turn the
    /// number under it into another quantity. The name of another transport goes with its transport.
    /// </remarks>
    public static MigrationSetting Over(MigrationSetting? under, MigrationSetting given)
    {
        if (under is null)
        {
            return given;
        }

        bool bandwidth = given.Bandwidth is not null || under.Bandwidth is null;
        bool transport = given.TransportType is not null;
        return under with
        {
            MigrationType = given.MigrationType ?? under.MigrationType,
            Priority = given.Priority ?? under.Priority,
            Bandwidth = given.Bandwidth ?? under.Bandwidth,
            BandwidthUnit = bandwidth ? given.BandwidthUnit ?? under.BandwidthUnit : under.BandwidthUnit,
            TransportType = given.TransportType ?? under.TransportType,
            OtherTransportType = transport ? given.OtherTransportType : given.OtherTransportType ?? under.OtherTransportType,
            TimeLimit = given.TimeLimit ?? under.TimeLimit,
            OnTimeout = given.OnTimeout ?? under.OnTimeout,
            TurnOff = given.TurnOff ?? under.TurnOff,
            AutoConverge = given.AutoConverge ?? under.AutoConverge,
            PostCopy = given.PostCopy ?? under.PostCopy,
            ParallelConnections = given.ParallelConnections ?? under.ParallelConnections,
            Compression = given.Compression ?? under.Compression,
            MaxDowntime = given.MaxDowntime ?? under.MaxDowntime,
        };
    }
}
