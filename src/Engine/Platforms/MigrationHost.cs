using System;

namespace VsMigration.Platforms;

/// <summary>A host that can be named as a destination.</summary>
public sealed record MigrationHost
{
    /// <summary>The name it was added under, or the text it was named by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where its control connection goes, as seen from here and from the source host.</summary>
    public Uri? ConnectionUri { get; init; }

    /// <summary>Where the transfer goes, such as <c>tcp://10.0.0.7</c>; null = where the destination says.</summary>
    public Uri? MigrationUri { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
