using System;
using Xunit;

namespace VsMigration.Tests;

/// <summary>A test on real guests: skipped with the reason where there can be no lab; given up after three minutes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabFactAttribute : FactAttribute
{
    public LabFactAttribute()
    {
        Skip = LabAvailability.SkipReason;
        Timeout = 180_000;
    }
}
