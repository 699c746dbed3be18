using System;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>A test of the cmdlets. They run one after another: the folder they remember things in is named by the process's environment.</summary>
[Collection("Cmdlets")]
public abstract class CmdletTest : IDisposable
{
    private protected HostedModule Module { get; } = new();

    public void Dispose()
    {
        Module.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Asserts the id and the category of an error, and that it says what to do.</summary>
    private protected static void AssertError(ErrorRecord error, string kind, ErrorCategory category)
    {
        Assert.StartsWith("VSMigration." + kind + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
