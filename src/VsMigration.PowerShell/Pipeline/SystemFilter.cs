using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Composition;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>Finds virtual systems of a session by name or identifier, and says what to do where that fails.</summary>
internal static class SystemFilter
{
    /// <summary>The virtual systems that a name picks.</summary>
    /// <exception cref="MigrationException">SystemNotFound: a literal name picks none.</exception>
    public static IReadOnlyList<VirtualSystem> Show(IReadOnlyList<VirtualSystem> all, string name, MigrationSession session)
    {
        var found = NameFilter.Pick(all, name, system => system.Name);
        return found.Count > 0 || !NameFilter.IsLiteral(name) ? found : throw NotFound("named", name, all, session);
    }

    /// <summary>The virtual systems that a name picks, at least one, and no two of the same name.</summary>
    /// <exception cref="MigrationException">SystemNotFound, SystemAmbiguous.</exception>
    public static IReadOnlyList<VirtualSystem> Demand(IReadOnlyList<VirtualSystem> all, string name, MigrationSession session)
    {
        var found = NameFilter.Pick(all, name, system => system.Name);
        if (found.Count == 0)
        {
            throw NotFound(NameFilter.IsLiteral(name) ? "named" : "that matches", name, all, session);
        }

        var equal = found.GroupBy(system => system.Name, NameFilter.IsLiteral(name) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        return equal is null ? found : throw new MigrationException(
            MigrationErrorKind.SystemAmbiguous,
            $"The host {session.HostName} has {equal.Count()} virtual systems named '{equal.Key}': {string.Join(", ", equal.Select(system => system.Id))}.",
            "Name one of them by -Id.");
    }

    /// <summary>The virtual system of an identifier.</summary>
    /// <exception cref="MigrationException">SystemNotFound.</exception>
    public static VirtualSystem ById(IReadOnlyList<VirtualSystem> all, string id, MigrationSession session) =>
        all.FirstOrDefault(system => string.Equals(system.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw NotFound("with the identifier", id, all, session);

    private static MigrationException NotFound(string how, string name, IReadOnlyList<VirtualSystem> all, MigrationSession session) => new(
        MigrationErrorKind.SystemNotFound,
        $"The host {session.HostName} has no virtual system {how} '{name}'.",
        all.Count == 0 ? "It has none at all." : "It has: " + Some(all) + ".");

    private static string Some(IReadOnlyList<VirtualSystem> all)
    {
        const int enough = 10;
        string names = string.Join(", ", all.Select(system => system.Name).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).Take(enough));
        return all.Count > enough ? names + " and " + (all.Count - enough) + " more (Get-VSMigrationSystem)" : names;
    }
}
