using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 8.1.3 and 8.1.4, and use case 9.1.3: the check methods, with right and with wrong parameters. Changes nothing.</summary>
internal sealed class CheckMethodChecks : IConformanceCheck
{
    /// <summary>In none of the three formats: neither a domain name nor an address.</summary>
    private const string MalformedHost = "no host? [certainly] not!";

    /// <inheritdoc/>
    public string Subject => "check methods";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        foreach (var service in walk.Services)
        {
            foreach (var method in MigrationMethodFacts.All.Where(method => method.IsCheck))
            {
                var answer = await AskAsync(walk, service, method);
                if (answer is not null && service.Shown[method.Name])
                {
                    await GiveWrongAsync(walk, service, method);
                    await GiveNewAsync(walk, service, method, answer);
                }
            }

            if (MigrationMethodFacts.All.Where(method => method.IsCheck).All(method => service.Shown.TryGetValue(method.Name, out bool there) && !there))
            {
                walk.Seen.Fail("neither of the check methods is there", "8.1.3-1", "T31-7");
            }
        }
    }

    private static async Task<MethodAnswer?> AskAsync(Walk walk, ServiceView service, MigrationMethodFacts method)
    {
        bool advertised = service.IsSynchronous(method);
        if (MigrationCall.About(walk, service, method) is not { } call)
        {
            string lacks = walk.Subject is null ? "no virtual system was found to ask about" : "no destination is known: give one";
            walk.Seen.Unseen(lacks, method.Clause, method.Parameters);
            return null;
        }

        var answer = await call.SendAsync(walk.Peer);
        if (answer.Answer.Value is null && answer.Answer.Error is null)
        {
            walk.Seen.Fail(answer.Told, method.Clause + "-3");
            return null;
        }

        service.Shown[method.Name] = !answer.IsMissing;
        if (answer.IsMissing)
        {
            walk.Seen.Judge(!advertised, answer.Told + (advertised ? ", though it is advertised" : ", and it is not advertised"), "7.2.2-5");
            if (advertised)
            {
                walk.Seen.Fail(answer.Told + ", though it is advertised", method.ValueRow, method.Clause + "-2", method.Row);
            }
            else
            {
                walk.Seen.Skip(answer.Told, method.Clause, method.Parameters, method.Messages, method.ValueRow);
            }

            return answer;
        }

        walk.Seen.Skip(answer.Told, "7.2.2-5");
        walk.Seen.Judge(service.Count("SynchronousMethodsSupported", method) == 1, answer.Told, "7.2.2-6", method.Clause + "-2");
        walk.Seen.Judge(advertised, answer.Told + (advertised ? "" : ", though it is not advertised"), method.ValueRow);
        walk.Seen.Pass(answer.Told, method.Clause + "-1");
        if (answer.IsDone)
        {
            walk.Seen.Judge(answer.IsMigratable is not null, answer.Told, method.Parameters + "-6", method.Parameters + "-1", method.Parameters + "-2", "6.2-3");
        }

        Look(walk, method, answer);
        return answer;
    }

    /// <summary>What holds for every answer of a check method.</summary>
    private static void Look(Walk walk, MigrationMethodFacts method, MethodAnswer answer)
    {
        walk.Seen.Judge(answer.Code != 4096 && answer.Out("Job") is null, answer.Told, method.Clause + "-3");
        walk.Seen.Judge(answer.IsDefined(check: true), answer.Told, method.Clause + "-4");
        if (answer.Code is { } code)
        {
            walk.Seen.Judge(code is >= 0 and <= 6 && (code == 0) == (answer.IsMigratable is not null), answer.Told, method.Clause + "-5");
        }
        else if (answer.Answer.Error is null)
        {
            walk.Seen.Fail(answer.Told, method.Clause + "-5");
        }
    }

    private static async Task GiveWrongAsync(Walk walk, ServiceView service, MigrationMethodFacts method)
    {
        var call = MigrationCall.About(walk, service, method)!;
        var unknown = new CimObjectPath(
            call.System!.ClassName,
            call.System.Keys.Select(key => key.Name == "Name" || call.System.Keys.Count == 1 ? new CimProperty(key.Name, CimType.String, "no-such-system-8f4b1c") : key),
            call.System.Namespace);
        await RefuseAsync(walk, "a virtual system that does not exist", call with { System = unknown }, method.Parameters + "-1");
        await RefuseAsync(walk, "no virtual system", call with { System = null }, method.Parameters + "-1");
        await RefuseAsync(walk, "a service as the virtual system", call with { System = service.Path }, method.Parameters + "-1");
        if (method.ToHost)
        {
            var answer = await (call with { Host = MalformedHost }).SendAsync(walk.Peer);
            Look(walk, method, answer);
            walk.Seen.Judge(answer.IsRefusal, $"the destination \"{MalformedHost}\": {answer.Told}", method.Parameters + "-2");
            await RefuseAsync(walk, "no destination", call with { Host = null }, method.Parameters + "-2");
        }
        else
        {
            await RefuseAsync(walk, "a service as the destination", call with { Destination = service.Path }, method.Parameters + "-2");
            await RefuseAsync(walk, "no destination", call with { Destination = null }, method.Parameters + "-2");
        }
    }

    // Never "migratable"; how it is refused, or that it is "not migratable", is the server's own affair.
    private static async Task RefuseAsync(Walk walk, string given, MigrationCall call, string id)
    {
        var answer = await call.SendAsync(walk.Peer);
        Look(walk, call.Method, answer);
        walk.Seen.Judge(answer.IsRefusal || (answer.IsDone && answer.IsMigratable == false), given + ": " + answer.Told, id);
    }

    private static async Task GiveNewAsync(Walk walk, ServiceView service, MigrationMethodFacts method, MethodAnswer plain)
    {
        var call = MigrationCall.About(walk, service, method)!;
        var system = walk.Subject!;
        var renamed = new CimInstance("CIM_VirtualSystemSettingData", new[]
        {
            new CimProperty("InstanceID", CimType.String, null),
            new CimProperty("ElementName", CimType.String, system.Text("ElementName") ?? "conformance test"),
        });
        await TakeAsync(walk, plain, call with { NewSystem = renamed }, method.Parameters + "-4");
        var memory = await FindMemoryAsync(walk, system);
        if (memory is null)
        {
            walk.Seen.Unseen("no memory CIM_ResourceAllocationSettingData of the virtual system was found", method.Parameters + "-5", "9.2.2-2");
            return;
        }

        walk.Seen.Pass(Evidence.Of(memory), "9.2.2-2");
        await TakeAsync(walk, plain, call with { NewResources = new[] { memory } }, method.Parameters + "-5");
    }

    private static async Task TakeAsync(Walk walk, MethodAnswer plain, MigrationCall call, string id)
    {
        var answer = await call.SendAsync(walk.Peer);
        Look(walk, call.Method, answer);
        if (answer.IsDone || answer.IsLike(plain))
        {
            walk.Seen.Add(answer.IsDone ? ConformanceOutcome.Pass : ConformanceOutcome.NotTested, answer.Told, id);
        }
        else
        {
            walk.Seen.Add(answer.IsParameterRefusal ? ConformanceOutcome.Fail : ConformanceOutcome.NotTested, answer.Told, id);
        }
    }

    // As DSP1057 has it: system, its definition, the definition's components.
    private static async Task<CimInstance?> FindMemoryAsync(Walk walk, CimInstance system)
    {
        var definitions = await walk.Peer.AssociatorNamesAsync(
            system.Path!, new() { AssocClass = "CIM_SettingsDefineState", ResultClass = "CIM_VirtualSystemSettingData" });
        foreach (var definition in definitions.Objects().Take(2))
        {
            var resources = await walk.Peer.AssociatorsAsync(
                definition, new() { AssocClass = "CIM_VirtualSystemSettingDataComponent", ResultClass = "CIM_ResourceAllocationSettingData" });
            if (resources.Value?.FirstOrDefault(resource => resource.Number("ResourceType") == 4) is { } memory)
            {
                return memory.At(null);
            }
        }

        return null;
    }
}
