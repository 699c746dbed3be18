namespace VsMigration.PowerShell.Pipeline;

/// <summary>What a bare number means where a time is asked for.</summary>
public enum TimeArgumentUnit
{
    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Seconds.</summary>
    Seconds,
}
