using System;
using Xunit;

namespace VsMigration.Tests;

/// <summary><see cref="LabFactAttribute"/> for tests with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabTheoryAttribute : TheoryAttribute
{
    public LabTheoryAttribute()
    {
        Skip = LabAvailability.SkipReason;
        Timeout = 180_000;
    }
}
