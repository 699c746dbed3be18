namespace VsMigration.Conformance;

/// <summary>One thing that a check saw of a requirement.</summary>
/// <param name="Id">The requirement.</param>
/// <param name="Outcome">What it says of it.</param>
/// <param name="Evidence">What was seen.</param>
internal sealed record ConformanceFinding(string Id, ConformanceOutcome Outcome, string Evidence);
