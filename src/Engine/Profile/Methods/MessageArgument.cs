namespace VsMigration.Profile.Methods;

/// <summary>What an argument of a standard message is.</summary>
public enum MessageArgument
{
    /// <summary>The name of a virtual system.</summary>
    System,

    /// <summary>The name of a host system.</summary>
    Host,

    /// <summary>The path of a file.</summary>
    File,

    /// <summary>A virtual system state.</summary>
    State,

    /// <summary>Virtual system states, separated by commas.</summary>
    States,

    /// <summary>A value by itself.</summary>
    Value,

    /// <summary>Values, separated by commas.</summary>
    Values,

    /// <summary>A part of the sentence, worded as the template wants it: <c>is not reachable</c>.</summary>
    Phrase,

    /// <summary>A kind of resource.</summary>
    Resource,

    /// <summary>The name of a method.</summary>
    Method,

    /// <summary>The name of a parameter, with the property after a dot where it is an embedded instance's.</summary>
    Parameter,

    /// <summary>The index of an element of an array parameter, 0 where it is none: a decimal number.</summary>
    Index,

    /// <summary>The code that a component gave.</summary>
    Code,
}
