using System;

namespace VsMigration.Profile;

/// <summary>
/// Names the clause of DMTF DSP1081 1.0.0 that a type, rule or test stands for, such as <c>7.4.2</c>.
/// </summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class ClauseAttribute : Attribute
{
    /// <summary>Cites a clause.</summary>
    /// <param name="id">The clause's number, as printed: <c>7.4.2</c>.</param>
    public ClauseAttribute(string id) => Id = id;

    /// <summary>The clause's number, as printed.</summary>
    public string Id { get; }
}
