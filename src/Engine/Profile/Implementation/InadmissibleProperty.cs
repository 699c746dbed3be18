namespace VsMigration.Profile.Implementation;

/// <summary>A property of a requested setting that capabilities do not admit.</summary>
/// <param name="Name">The property's name; for a number with a unit, the number's.</param>
/// <param name="Value">What was asked for, for people: <c>15 Mbit/s</c>.</param>
/// <param name="Expected">What would be admissible, for people: <c>10 to 10000 Mbit/s in steps of 10 with TransportType SSH</c>.</param>
public sealed record InadmissibleProperty(string Name, string Value, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => Name + " " + Value + " (admissible: " + Expected + ")";
}
