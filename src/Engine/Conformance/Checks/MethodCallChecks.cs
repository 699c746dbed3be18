using System;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Tables 25 and 36: a CIM_MethodResult and the CIM_InstMethodCall in it, the only indications that a client without a listener sees.</summary>
internal static class MethodCallChecks
{
    /// <summary>Looks at a method result.</summary>
    /// <param name="walk">The test.</param>
    /// <param name="result">The method result.</param>
    /// <param name="hasEnded">Whether its job has ended.</param>
    /// <param name="isOwn">Whether it is of the migration of this test.</param>
    public static void Look(Walk walk, CimInstance result, bool hasEnded, bool isOwn)
    {
        walk.Seen.Judge(result.Text("InstanceID") is { Length: > 0 }, Evidence.Of(result, "InstanceID"), "T25-1");
        var before = result.Embedded("PreCallIndication");
        walk.Seen.Judge(before is not null, Evidence.Of(result, "PreCallIndication"), "T25-2");
        if (before is not null)
        {
            LookAtCall(walk, before, preCall: true, isOwn);
        }

        var after = result.Embedded("PostCallIndication");
        if (hasEnded)
        {
            walk.Seen.Judge(after is not null, Evidence.Of(result, "PostCallIndication") + ", and the job has ended", "T25-3");
        }

        if (after is not null)
        {
            LookAtCall(walk, after, preCall: false, isOwn);
        }
    }

    private static void LookAtCall(Walk walk, CimInstance call, bool preCall, bool isOwn)
    {
        string which = preCall ? "PreCallIndication: " : "PostCallIndication: ";
        string? method = call.Text("MethodName");
        walk.Seen.Judge(
            isOwn ? string.Equals(method, walk.Migration!.Method.Name, StringComparison.OrdinalIgnoreCase) : method is { Length: > 0 },
            which + Evidence.Of(call, "MethodName"), "T36-9");
        walk.Seen.Judge(call.Truth("PreCall") == preCall, which + Evidence.Of(call, "PreCall"), "T36-14", preCall ? "T25-2" : "T25-3");
        var parameters = call.Embedded("MethodParameters");
        walk.Seen.Judge(
            parameters is not null && (parameters.Find("ComputerSystem") is not null) == preCall,
            which + (parameters is null ? Evidence.Of(call, "MethodParameters") : "MethodParameters with " + string.Join(", ", Names(parameters))), "T36-10");
        if (!preCall)
        {
            walk.Seen.Judge(call.Text("ReturnValue") is { Length: > 0 }, which + Evidence.Of(call, "ReturnValue"), "T36-11");
            if (call.Find("ReturnValueType") is not null)
            {
                walk.Seen.Judge(call.Number("ReturnValueType") == 9, which + Evidence.Of(call, "ReturnValueType"), "T36-12");
            }
        }

        // What an indication has when it is delivered, one that is embedded need not have.
        Optional(walk, call, "IndicationIdentifier", value => value is string { Length: > 0 }, "T36-1");
        Optional(walk, call, "IndicationTime", value => value is CimDateTime { IsInterval: false }, "T36-3");
        Optional(walk, call, "PerceivedSeverity", value => Reading.NumberOf(value) == 2, "T36-4");
        Optional(walk, call, "SourceInstance", value => value is CimInstance copy && walk.Services.Exists(service => IsCopy(copy, service.Instance)), "T36-6");
        Optional(walk, call, "SourceInstanceModelPath", value => value is string path && walk.Services.Exists(service => IsPath(path, service.Instance)), "T36-7");
        Optional(walk, call, "SourceInstanceHost", value => value is string { Length: > 0 }, "T36-8");
    }

    private static bool IsCopy(CimInstance copy, CimInstance service) =>
        copy.ClassName.Equals(service.ClassName, StringComparison.OrdinalIgnoreCase) && Equals(copy.Text("Name"), service.Text("Name"));

    // Paths as text come in more than one form; each has the class and the keys in it.
    private static bool IsPath(string path, CimInstance service) =>
        path.IndexOf(service.ClassName, StringComparison.OrdinalIgnoreCase) >= 0 && path.IndexOf(service.Text("Name") ?? "", StringComparison.Ordinal) >= 0;

    private static string[] Names(CimInstance parameters)
    {
        var names = new string[Math.Min(parameters.Properties.Count, 12)];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = parameters.Properties[i].Name;
        }

        return names;
    }

    private static void Optional(Walk walk, CimInstance call, string name, Func<object, bool> holds, string id)
    {
        if (call[name] is { } value)
        {
            walk.Seen.Judge(holds(value), Evidence.Of(call, name), id);
        }
    }
}
