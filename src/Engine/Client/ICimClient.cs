using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Client;

/// <summary>
/// A CIM server as its client sees it: the intrinsic operations of DSP0200 that the profile needs (clause 8.2), and extrinsic methods.
/// The engine's own server is one, and every peer's behind a codec and a transport is. Safe for concurrent calls.
/// </summary>
/// <remarks>Every method throws <see cref="CimException"/> with the server's status, text and CIM_Error instances.</remarks>
public interface ICimClient : IDisposable
{
    /// <summary>A class with all its inherited features.</summary>
    Task<CimClass> GetClassAsync(string nameSpace, string className, CancellationToken cancellationToken);

    /// <summary>The names of the classes below one, of all levels; null = of all classes.</summary>
    Task<IReadOnlyList<string>> EnumerateClassNamesAsync(string nameSpace, string? className, CancellationToken cancellationToken);

    /// <summary>One instance.</summary>
    /// <param name="path">Its path, with a namespace.</param>
    /// <param name="properties">The properties wanted; null = all.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<CimInstance> GetInstanceAsync(CimObjectPath path, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken);

    /// <summary>All instances of a class and its subclasses.</summary>
    Task<IReadOnlyList<CimInstance>> EnumerateInstancesAsync(
        string nameSpace, string className, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken);

    /// <summary>The paths of all instances of a class and its subclasses.</summary>
    Task<IReadOnlyList<CimObjectPath>> EnumerateInstanceNamesAsync(string nameSpace, string className, CancellationToken cancellationToken);

    /// <summary>The instances that associations lead to from one.</summary>
    Task<IReadOnlyList<CimInstance>> AssociatorsAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken);

    /// <summary>Their paths.</summary>
    Task<IReadOnlyList<CimObjectPath>> AssociatorNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken);

    /// <summary>The associations that an instance takes part in.</summary>
    Task<IReadOnlyList<CimInstance>> ReferencesAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken);

    /// <summary>Their paths.</summary>
    Task<IReadOnlyList<CimObjectPath>> ReferenceNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken);

    /// <summary>Sets properties of an instance.</summary>
    /// <param name="instance">The instance with its path, and its properties as they shall be.</param>
    /// <param name="properties">The properties to set; null = all that the instance has.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task ModifyInstanceAsync(CimInstance instance, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken);

    /// <summary>Deletes an instance.</summary>
    Task DeleteInstanceAsync(CimObjectPath path, CancellationToken cancellationToken);

    /// <summary>Calls an extrinsic method of an instance.</summary>
    /// <param name="path">The instance.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">Input parameters; those left out are NULL.</param>
    /// <param name="cancellationToken">Ends the waiting; what the method has started goes on.</param>
    Task<CimMethodResult> InvokeAsync(CimObjectPath path, string method, IReadOnlyList<CimProperty> parameters, CancellationToken cancellationToken);
}
