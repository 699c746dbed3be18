using System;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 8.1 and Tables 2, 4, 6 and 8: the methods as the service's class declares them.</summary>
internal sealed class MethodDeclarationChecks : IConformanceCheck
{
    /// <inheritdoc/>
    public string Subject => "declared methods";

    /// <inheritdoc/>
    public Task RunAsync(Walk walk)
    {
        foreach (var service in walk.Services)
        {
            if (service.Class is not { } declared)
            {
                walk.Seen.Unseen("the server does not show the class of the service", "8-1");
                continue;
            }

            foreach (var method in MigrationMethodFacts.All)
            {
                if (declared.Method(method.Name) is { } found)
                {
                    Look(walk, declared, method, found);
                }
                else if (service.Implements(method))
                {
                    walk.Seen.Fail($"{declared.Name} advertises {method.Name}, and does not declare it", "8-1", method.Parameters);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>What the CIM schema declares, in its order.</summary>
    private static ParameterFacts[] Expected(MigrationMethodFacts method)
    {
        var given = new[]
        {
            new ParameterFacts("ComputerSystem", CimType.Reference),
            method.ToHost ? new ParameterFacts("DestinationHost", CimType.String) : new ParameterFacts("DestinationSystem", CimType.Reference),
            new ParameterFacts("MigrationSettingData", CimType.Instance),
            new ParameterFacts("NewSystemSettingData", CimType.Instance),
            new ParameterFacts("NewResourceSettingData", CimType.Instance, IsArray: true),
        };
        var returned = method.IsCheck ? new[] { new ParameterFacts("IsMigratable", CimType.Boolean, IsOut: true) }
            : method.ToHost ? new[] { new ParameterFacts("Job", CimType.Reference, IsOut: true) }
            : new[] { new ParameterFacts("NewComputerSystem", CimType.Reference, IsOut: true), new ParameterFacts("Job", CimType.Reference, IsOut: true) };
        return given.Concat(returned).ToArray();
    }

    private static void Look(Walk walk, CimClass declared, MigrationMethodFacts method, CimMethodDeclaration found)
    {
        walk.Seen.Judge(found.ReturnType == CimType.UInt32, $"{method.Name} returns {found.ReturnType}", "8-1");
        var expected = Expected(method);
        for (int i = 0; i < expected.Length; i++)
        {
            var parameter = found.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, expected[i].Name, StringComparison.OrdinalIgnoreCase));
            string told = $"{declared.Name}.{method.Name}: {expected[i].Name} is " + (parameter is null ? "not declared"
                : $"{(parameter.IsIn ? "IN " : "")}{(parameter.IsOut ? "OUT " : "")}{parameter.Type}{(parameter.IsArray ? "[]" : "")}");
            walk.Seen.Judge(parameter is not null && expected[i].IsLike(parameter), told, "8-1", FormattableString.Invariant($"{method.Parameters}-{i + 1}"));
        }
    }

    private sealed record ParameterFacts(string Name, CimType Type, bool IsArray = false, bool IsOut = false)
    {
        // An embedded instance is a string with a qualifier, which not every server sends.
        public bool IsLike(CimParameterDeclaration parameter) =>
            parameter.IsArray == IsArray && parameter.IsOut == IsOut && parameter.IsIn != IsOut
            && (parameter.Type == Type || (Type == CimType.Instance && parameter.Type is CimType.String or CimType.Object));
    }
}
