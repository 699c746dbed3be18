using System;
using System.Collections.Generic;
using VsMigration.Cim;

namespace VsMigration.Profile.Methods;

/// <summary>The extrinsic methods as their classes declare them: what a call is checked against before anything is done.</summary>
[Clause("8.1")]
public static class MethodSignatures
{
    private static readonly Dictionary<string, CimMethodDeclaration[]> s_declared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CIM_ConcreteJob"] = new[]
        {
            Method("CIM_ConcreteJob", "RequestStateChange", In("RequestedState", CimType.UInt16), In("TimeoutPeriod", CimType.DateTime)),
            Method("CIM_ConcreteJob", "GetError", Out("Error", CimType.Instance, isArray: false, "CIM_Error")),
            Method("CIM_ConcreteJob", "GetErrors", Out("Errors", CimType.Instance, isArray: true, "CIM_Error")),
        },
    };

    /// <summary>The methods that exactly this class declares, those of its superclasses not among them.</summary>
    public static IReadOnlyList<CimMethodDeclaration> Of(string className) =>
        s_declared.TryGetValue(className, out var methods) ? methods : Array.Empty<CimMethodDeclaration>();

    private static CimMethodDeclaration Method(string className, string name, params CimParameterDeclaration[] parameters) =>
        new() { Name = name, ClassOrigin = className, Parameters = parameters };

    private static CimParameterDeclaration In(string name, CimType type) => new() { Name = name, Type = type, IsIn = true };

    private static CimParameterDeclaration Out(string name, CimType type, bool isArray, string className) =>
        new() { Name = name, Type = type, IsArray = isArray, IsOut = true, ClassName = className };
}
