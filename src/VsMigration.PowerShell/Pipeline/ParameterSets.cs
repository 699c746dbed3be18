namespace VsMigration.PowerShell.Pipeline;

/// <summary>The names of the cmdlets' parameter sets.</summary>
internal static class ParameterSets
{
    /// <summary>By the name that people use.</summary>
    public const string Name = "Name";

    /// <summary>By the identifier.</summary>
    public const string Id = "Id";

    /// <summary>By an object from the pipeline.</summary>
    public const string InputObject = "InputObject";
}
