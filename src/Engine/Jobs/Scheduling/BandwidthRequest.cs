namespace VsMigration.Jobs.Scheduling;

/// <summary>What one migration asks of the link that it shares with others.</summary>
/// <param name="Id">Which migration.</param>
/// <param name="Priority">The lower the number, the higher the priority.</param>
/// <param name="BytesPerSecond">The bandwidth asked for; null = as much as there is.</param>
internal sealed record BandwidthRequest(string Id, ushort Priority, ulong? BytesPerSecond);
