using System;

namespace VsMigration.Conformance;

/// <summary>The test ends here: its time is used up, or the server answers no more. What has been seen stays seen.</summary>
internal sealed class PeerGoneException : Exception
{
    /// <summary>Makes the end.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public PeerGoneException(string reason)
        : base(reason)
    {
    }
}
