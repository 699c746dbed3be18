using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Client;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using VsMigration.Profile.Schema;
using VsMigration.Service;

namespace VsMigration.Server;

/// <summary>
/// A CIM server in front of a migration service: the profile's elements, operations and methods, as a view of the live service. Safe for
/// concurrent calls. What it is closed with is the view; the service belongs to whoever opened it.
/// </summary>
[Clause("8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.2")]
[Clause("9.1.1", "9.1.2", "9.1.3", "9.2.1", "9.2.2")]
public sealed class CimServer : ICimClient
{
    private readonly IMigrationService _service;
    private readonly CimServerOptions _options;
    private readonly Repository _repository;
    private readonly IntrinsicOperations _operations;
    private readonly MigrationMethods _migrationMethods;
    private readonly JobMethods _jobMethods;
    private readonly JobChanges _jobChanges;

    /// <summary>Puts a server in front of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="destinations">The hosts that it can migrate to.</param>
    /// <param name="options">What can be chosen; null = errors are thrown.</param>
    public CimServer(IMigrationService service, IDestinationHosts destinations, CimServerOptions? options = null)
    {
        _service = service;
        _options = options ?? new CimServerOptions();
        var elements = new MigrationRepository(service, destinations);
        _repository = new Repository(elements.Classes().Concat(new MigrationAssociations(service, elements).All()).ToList());
        _operations = new IntrinsicOperations(_repository);
        _migrationMethods = new MigrationMethods(service, destinations);
        _jobMethods = new JobMethods(service);
        _jobChanges = new JobChanges(_repository, service);
    }

    /// <inheritdoc/>
    public Task<CimClass> GetClassAsync(string nameSpace, string className, CancellationToken cancellationToken)
    {
        _repository.RequireNamespace(nameSpace);
        return Task.FromResult(Repository.RequireClass(className, CimStatus.NotFound));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> EnumerateClassNamesAsync(string nameSpace, string? className, CancellationToken cancellationToken)
    {
        _repository.RequireNamespace(nameSpace);
        var classes = className is null ? ProfileSchema.Classes : ProfileSchema.SubClassesOf(Repository.RequireClass(className).Name);
        return Task.FromResult<IReadOnlyList<string>>(classes.Select(declared => declared.Name).ToList());
    }

    /// <inheritdoc/>
    public Task<CimInstance> GetInstanceAsync(CimObjectPath path, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.GetInstanceAsync(path, properties, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimInstance>> EnumerateInstancesAsync(
        string nameSpace, string className, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.EnumerateInstancesAsync(nameSpace, className, properties, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimObjectPath>> EnumerateInstanceNamesAsync(string nameSpace, string className, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.EnumerateInstanceNamesAsync(nameSpace, className, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimInstance>> AssociatorsAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.AssociatorsAsync(path, filter, properties, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimObjectPath>> AssociatorNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.AssociatorNamesAsync(path, filter, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimInstance>> ReferencesAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.ReferencesAsync(path, filter, properties, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimObjectPath>> ReferenceNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        GuardAsync(() => _operations.ReferenceNamesAsync(path, filter, cancellationToken));

    /// <inheritdoc/>
    public Task ModifyInstanceAsync(CimInstance instance, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            await _jobChanges.ModifyAsync(instance, properties, cancellationToken);
            return true;
        });

    /// <inheritdoc/>
    public Task DeleteInstanceAsync(CimObjectPath path, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await _jobChanges.DeleteAsync(path, cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public Task<CimMethodResult> InvokeAsync(
        CimObjectPath path, string method, IReadOnlyList<CimProperty> parameters, CancellationToken cancellationToken) => GuardAsync(async () =>
        {
            var target = await _repository.GetAsync(path, cancellationToken);
            var declared = ProfileSchema.Find(target.ClassName)!.Method(method)
                ?? throw new CimException(CimStatus.MethodNotFound, $"{target.ClassName} has no method '{method}'.");
            var answer = target.ClassName == ElementMap.NameOf(typeof(VsmMigrationJob))
                ? await _jobMethods.InvokeAsync(
                    _service.FindJob((string)target["InstanceID"]!) ?? throw new CimException(CimStatus.NotFound, $"The job '{path}' has been removed."),
                    declared,
                    parameters)
                : await _migrationMethods.InvokeAsync(declared, parameters, cancellationToken);
            return answer.Cause is { } cause && !_options.ErrorsAsReturnCodes
                ? throw ToCim(cause, answer.Origins)
                : new CimMethodResult { ReturnValue = answer.ReturnValue, OutParameters = answer.OutParameters };
        });

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (CimException e) when (e.Errors.Count == 0)
        {
            throw new CimException(e.Status, e.Message, new[] { ElementMap.ToInstance(ErrorElements.OfOperation(e.Status, e.Message)) }, e);
        }
        catch (MigrationException e)
        {
            throw ToCim(e, new Dictionary<ErrorOrigin, CimObjectPath>());
        }
    }

    [Clause("T17-6")]
    private static CimException ToCim(MigrationException e, IReadOnlyDictionary<ErrorOrigin, CimObjectPath> origins) => new(
        MethodFailure.Of(e).Status,
        e.Message,
        e.Errors.Select(error => ElementMap.ToInstance(ErrorElements.ToElement(error, e.Kind, origins))).ToList(),
        e);
}
