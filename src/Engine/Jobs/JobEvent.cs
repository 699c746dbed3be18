namespace VsMigration.Jobs;

/// <summary>What can happen to a job; <see cref="JobTransitions"/> says what becomes of it.</summary>
public enum JobEvent
{
    /// <summary>One that was held back goes back into the queue (RequestStateChange 2, Start).</summary>
    Start,

    /// <summary>Its turn has come.</summary>
    Begin,

    /// <summary>Its first step begins.</summary>
    Run,

    /// <summary>It is held back in the queue (RequestStateChange 3, Suspend).</summary>
    Suspend,

    /// <summary>It is to stop and be undone (RequestStateChange 4, Terminate).</summary>
    Terminate,

    /// <summary>It is to stop at once (RequestStateChange 5, Kill).</summary>
    Kill,

    /// <summary>A step failed; what was done is undone now.</summary>
    Fail,

    /// <summary>Its last step is done.</summary>
    Complete,

    /// <summary>It was stopped by Terminate, and undone.</summary>
    EndTerminated,

    /// <summary>It was stopped by Kill.</summary>
    EndKilled,

    /// <summary>It failed, and was undone as far as that went.</summary>
    EndFailed,
}
