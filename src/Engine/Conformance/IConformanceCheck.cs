using System.Threading.Tasks;

namespace VsMigration.Conformance;

/// <summary>Looks at one part of an implementation, and puts what it sees into the walk: findings, and objects for the checks after it.</summary>
internal interface IConformanceCheck
{
    /// <summary>What it looks at, for people who wait.</summary>
    string Subject { get; }

    /// <summary>Looks.</summary>
    Task RunAsync(Walk walk);
}
