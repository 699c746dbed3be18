namespace VsMigration.Shell.Session;

/// <summary>How a pipeline ended.</summary>
internal enum PipelineEnd
{
    /// <summary>It ran to its end; single errors may have been shown.</summary>
    Completed,

    /// <summary>An error ended it, which has been shown.</summary>
    Failed,

    /// <summary>A signal stopped it.</summary>
    Stopped,
}
