namespace VsMigration.Profile.Implementation;

/// <summary>What a request and the default setting come to together, property by property; a number and its unit are a pair.</summary>
[Clause("7.3-2", "7.3-3", "7.4.1-5", "7.4.1-6")]
[Clause("7.4.4-1", "7.4.5", "7.4.8-3")]
[Clause("7.3.1", "7.3.2", "7.3.3", "7.3.4", "7.3.5", "7.3.6")]
public static class DefaultSettings
{
    /// <summary>The setting that applies.</summary>
    /// <param name="requested">What was asked for; null and, for numbers of the profile, 0 mean the default.</param>
    /// <param name="defaults">The default setting of the capabilities.</param>
    public static MigrationSetting Apply(MigrationSetting requested, MigrationSetting defaults)
    {
        bool hasBandwidth = requested.Bandwidth is not (null or 0);
        var transport = requested.TransportType ?? defaults.TransportType;
        return requested with
        {
            MigrationType = requested.MigrationType ?? defaults.MigrationType,
            Priority = requested.Priority is null or 0 ? defaults.Priority : requested.Priority,
            // A unit without a number does not turn the default's number into another quantity.
            Bandwidth = hasBandwidth ? requested.Bandwidth : defaults.Bandwidth,
            BandwidthUnit = hasBandwidth ? requested.BandwidthUnit ?? defaults.BandwidthUnit : defaults.BandwidthUnit,
            TransportType = transport,
            OtherTransportType = transport == TransportType.Other ? requested.OtherTransportType ?? defaults.OtherTransportType : null,
            TimeLimit = requested.TimeLimit ?? defaults.TimeLimit,
            OnTimeout = requested.OnTimeout ?? defaults.OnTimeout,
            TurnOff = requested.TurnOff ?? defaults.TurnOff,
            AutoConverge = requested.AutoConverge ?? defaults.AutoConverge,
            PostCopy = requested.PostCopy ?? defaults.PostCopy,
            ParallelConnections = requested.ParallelConnections is null or 0 ? defaults.ParallelConnections : requested.ParallelConnections,
            Compression = requested.Compression ?? defaults.Compression,
            MaxDowntime = requested.MaxDowntime ?? defaults.MaxDowntime,
        };
    }
}
