using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance;

/// <summary>
/// The one door to the server under test. Whatever a server does (errors, exceptions of any kind, NULL, objects without a path, no end,
/// no answer) comes out as an <see cref="Answer{T}"/>. Only the caller's own cancellation, and the end of the test, are exceptions.
/// </summary>
internal sealed class Peer
{
    private const int SilencesToTheEnd = 3;

    private readonly ICimClient _client;
    private readonly ConformanceOptions _options;
    private readonly CancellationToken _stopped;
    private readonly CancellationToken _timeIsUp;
    private int _silences;

    /// <summary>Makes a door.</summary>
    /// <param name="client">The server.</param>
    /// <param name="options">The limits.</param>
    /// <param name="stopped">The caller's cancellation.</param>
    /// <param name="timeIsUp">The end of the time for all of it.</param>
    public Peer(ICimClient client, ConformanceOptions options, CancellationToken stopped, CancellationToken timeIsUp)
    {
        _client = client;
        _options = options;
        _stopped = stopped;
        _timeIsUp = timeIsUp;
    }

    /// <summary>Every CIM_Error that came with a failed operation, by the operation.</summary>
    public List<(string Operation, CimInstance Error)> Errors { get; } = new();

    /// <summary>Failed operations that came without one.</summary>
    public List<string> BareFailures { get; } = new();

    /// <summary>GetClass.</summary>
    public Task<Answer<CimClass>> ClassAsync(string nameSpace, string className) =>
        CallAsync($"GetClass({className})", "GetClass", token => _client.GetClassAsync(nameSpace, className, token));

    /// <summary>EnumerateClassNames; null = all classes.</summary>
    public Task<Answer<IReadOnlyList<string>>> ClassNamesAsync(string nameSpace, string? className) => ListAsync(
        $"EnumerateClassNames({className})", "EnumerateClassNames", token => _client.EnumerateClassNamesAsync(nameSpace, className, token), name => name, _ => true);

    /// <summary>GetInstance.</summary>
    public Task<Answer<CimInstance>> GetAsync(CimObjectPath path, params string[] properties) => CallAsync(
        $"GetInstance({Evidence.Of(path)})", "GetInstance", token => _client.GetInstanceAsync(path, ListOf(properties), token));

    /// <summary>EnumerateInstances.</summary>
    public Task<Answer<IReadOnlyList<CimInstance>>> InstancesAsync(string nameSpace, string className, params string[] properties) => ListAsync(
        $"EnumerateInstances({className})", "EnumerateInstances", token => _client.EnumerateInstancesAsync(nameSpace, className, ListOf(properties), token),
        instance => In(instance, nameSpace), instance => instance.Path is not null);

    /// <summary>EnumerateInstanceNames.</summary>
    public Task<Answer<IReadOnlyList<CimObjectPath>>> NamesAsync(string nameSpace, string className) => ListAsync(
        $"EnumerateInstanceNames({className})", "EnumerateInstanceNames", token => _client.EnumerateInstanceNamesAsync(nameSpace, className, token),
        path => path.OrIn(nameSpace), _ => true);

    /// <summary>Associators.</summary>
    public Task<Answer<IReadOnlyList<CimInstance>>> AssociatorsAsync(CimObjectPath path, AssociationFilter filter, params string[] properties) => ListAsync(
        Told("Associators", path, filter), "Associators", token => _client.AssociatorsAsync(path, filter, ListOf(properties), token),
        instance => In(instance, path.Namespace), instance => instance.Path is not null);

    /// <summary>AssociatorNames.</summary>
    public Task<Answer<IReadOnlyList<CimObjectPath>>> AssociatorNamesAsync(CimObjectPath path, AssociationFilter filter) => ListAsync(
        Told("AssociatorNames", path, filter), "AssociatorNames", token => _client.AssociatorNamesAsync(path, filter, token),
        found => found.OrIn(path.Namespace), _ => true);

    /// <summary>References.</summary>
    public Task<Answer<IReadOnlyList<CimInstance>>> ReferencesAsync(CimObjectPath path, AssociationFilter filter, params string[] properties) => ListAsync(
        Told("References", path, filter), "References", token => _client.ReferencesAsync(path, filter, ListOf(properties), token),
        instance => In(instance, path.Namespace), instance => instance.Path is not null);

    /// <summary>ReferenceNames.</summary>
    public Task<Answer<IReadOnlyList<CimObjectPath>>> ReferenceNamesAsync(CimObjectPath path, AssociationFilter filter) => ListAsync(
        Told("ReferenceNames", path, filter), "ReferenceNames", token => _client.ReferenceNamesAsync(path, filter, token),
        found => found.OrIn(path.Namespace), _ => true);

    /// <summary>Calls a method.</summary>
    public Task<Answer<CimMethodResult>> InvokeAsync(CimObjectPath path, string method, params CimProperty[] parameters) => CallAsync(
        method + "()", method, token => _client.InvokeAsync(path, method, parameters, token));

    private static string[]? ListOf(string[] properties) => properties.Length == 0 ? null : properties;

    private static CimInstance In(CimInstance instance, string nameSpace) =>
        instance.Path is { Namespace.Length: 0 } path ? instance.At(path.In(nameSpace, path.Host)) : instance;

    private static string Told(string operation, CimObjectPath path, AssociationFilter filter)
    {
        string narrowed = string.Concat(
            filter.AssocClass is null ? "" : ", AssocClass " + filter.AssocClass,
            filter.ResultClass is null ? "" : ", ResultClass " + filter.ResultClass,
            filter.Role is null ? "" : ", Role " + filter.Role,
            filter.ResultRole is null ? "" : ", ResultRole " + filter.ResultRole);
        return $"{operation}({path.ClassName}{narrowed})";
    }

    private async Task<Answer<IReadOnlyList<T>>> ListAsync<T>(
        string told, string operation, Func<CancellationToken, Task<IReadOnlyList<T>>> call, Func<T, T> place, Func<T, bool> isWhole)
        where T : class
    {
        string oddity = "";
        var answer = await CallAsync<IReadOnlyList<T>>(told, operation, async token =>
        {
            var received = await call(token) ?? throw new InvalidOperationException("it is NULL");

            // Counted while it is read: a list may have no end, and what it says of its length need not be true.
            var whole = new List<T>();
            int broken = 0;
            foreach (var element in received)
            {
                token.ThrowIfCancellationRequested();
                if (whole.Count + broken == _options.AnswerLimit)
                {
                    oddity = FormattableString.Invariant($"was answered with more than {_options.AnswerLimit} objects");
                    return whole;
                }

                if (element is not null && isWhole(element))
                {
                    whole.Add(place(element));
                }
                else
                {
                    broken++;
                }
            }

            oddity = broken > 0 ? FormattableString.Invariant($"was answered with {broken} object(s) that are NULL or have no path") : "";
            return whole;
        });
        return answer with { Oddity = oddity };
    }

    private async Task<Answer<T>> CallAsync<T>(string told, string operation, Func<CancellationToken, Task<T>> call)
        where T : class
    {
        CheckEnd();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stopped, _timeIsUp);
        limit.CancelAfter(_options.CallTimeLimit);
        var token = limit.Token;
        try
        {
            // On a thread of its own: a call may block before it returns its task, and may not look at its token.
            var running = Task.Run(() => call(token), CancellationToken.None);
            var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (token.Register(() => ended.TrySetResult(true)))
            {
                if (await Task.WhenAny(running, ended.Task) != running)
                {
                    _ = running.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    return Silence<T>(told);
                }
            }

            var value = await running;
            _silences = 0;
            return value is null ? new Answer<T> { Call = told, Fault = "was answered with nothing" } : new Answer<T> { Call = told, Value = value };
        }
        catch (CimException e)
        {
            _silences = 0;
            Keep(operation, e);
            return new Answer<T> { Call = told, Error = e };
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Silence<T>(told);
        }
        catch (Exception e)
        {
            return new Answer<T> { Call = told, Fault = $"failed without a CIM status: {e.GetType().Name}: {Evidence.Clean(e.Message)}" };
        }
    }

    private Answer<T> Silence<T>(string told)
        where T : class
    {
        CheckEnd();
        _silences++;
        return new Answer<T> { Call = told, Fault = FormattableString.Invariant($"was not answered within {_options.CallTimeLimit.TotalSeconds:0.#} s") };
    }

    private void CheckEnd()
    {
        _stopped.ThrowIfCancellationRequested();
        if (_timeIsUp.IsCancellationRequested)
        {
            throw new PeerGoneException(FormattableString.Invariant($"The time for the test, {_options.TimeLimit.TotalSeconds:0} s, was used up before"));
        }

        if (_silences >= SilencesToTheEnd)
        {
            throw new PeerGoneException(FormattableString.Invariant($"The server left {SilencesToTheEnd} calls in a row unanswered before"));
        }
    }

    private void Keep(string operation, CimException e)
    {
        var errors = (e.Errors ?? Array.Empty<CimInstance>()).Where(error => error is not null).Take(16).ToList();
        Errors.AddRange(errors.Select(error => (operation, error)));
        if (errors.Count == 0)
        {
            BareFailures.Add(operation);
        }
    }
}
