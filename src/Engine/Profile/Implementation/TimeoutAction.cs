namespace VsMigration.Profile.Implementation;

/// <summary>What becomes of a migration that has used up its time limit. Taken literally; never replaced by another action.</summary>
public enum TimeoutAction
{
    /// <summary>The migration is cancelled and undone; the virtual system runs on at the source.</summary>
    Abort = 0,

    /// <summary>The virtual system is suspended at the source, so that the rest of its memory can be moved; it runs on at the destination.</summary>
    Suspend = 1,

    /// <summary>The virtual system runs on at the destination at once and fetches the rest of its memory from there. Cannot be undone once begun.</summary>
    PostCopy = 2,
}
