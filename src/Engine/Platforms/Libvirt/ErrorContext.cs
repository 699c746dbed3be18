namespace VsMigration.Platforms.Libvirt;

/// <summary>What a call was about, for the sentences of its errors.</summary>
/// <param name="System">The virtual system; empty for none.</param>
/// <param name="SourceHost">The host that it is on, or the only host that the call was about.</param>
/// <param name="DestinationHost">The host that it goes to; empty where the call is about one host.</param>
internal sealed record ErrorContext(string System, string SourceHost, string DestinationHost = "")
{
    /// <summary>libvirt's own text, where a sentence takes a name out of it.</summary>
    internal string Text { get; init; } = "";

    /// <summary>The host that an error most likely speaks of.</summary>
    internal string Host => DestinationHost.Length > 0 ? DestinationHost : SourceHost;
}
