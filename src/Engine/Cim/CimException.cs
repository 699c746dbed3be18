using System;
using System.Collections.Generic;

namespace VsMigration.Cim;

/// <summary>A CIM operation that ended in an error: a status code, its description, and CIM_Error instances where the server sent any.</summary>
public sealed class CimException : Exception
{
    /// <summary>An operation failed.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="description">What happened, for people.</param>
    /// <param name="errors">Instances of CIM_Error, the most telling first; may be empty.</param>
    /// <param name="inner">The exception behind it, if one is.</param>
    public CimException(CimStatus status, string description, IReadOnlyList<CimInstance>? errors = null, Exception? inner = null)
        : base(description, inner)
    {
        Status = status;
        Errors = errors ?? Array.Empty<CimInstance>();
    }

    /// <summary>The status code.</summary>
    public CimStatus Status { get; }

    /// <summary>Instances of CIM_Error, the most telling first; may be empty.</summary>
    public IReadOnlyList<CimInstance> Errors { get; }
}
