using System;
using System.Collections.Generic;

namespace VsMigration.Profile;

/// <summary>
/// Names the requirements of DMTF DSP1081 1.0.0 that a type or member implements, or that a test proves. docs/conformance/DSP1081.md shows both.
/// </summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface
        | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = true,
    Inherited = false)]
public sealed class ClauseAttribute : Attribute
{
    /// <summary>Cites requirements.</summary>
    /// <param name="ids">
    /// Ids such as <c>7.4.2-3</c> or <c>T18-2</c>; on an implementation also a clause or table (<c>7.4.2</c>, <c>T18</c>), which
    /// stands for all the requirements of its own. A test names only what it would fail for.
    /// </param>
    public ClauseAttribute(params string[] ids) => Ids = ids;

    /// <summary>What is cited.</summary>
    public IReadOnlyList<string> Ids { get; }
}
