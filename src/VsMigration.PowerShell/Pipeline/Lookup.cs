using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>Finds what the module itself keeps: sessions, hosts and jobs. Wildcards may find nothing; a literal name or number must find something.</summary>
internal static class Lookup
{
    /// <summary>Open sessions by name.</summary>
    /// <exception cref="MigrationException">SessionNotFound.</exception>
    public static IReadOnlyList<MigrationSession> Sessions(string name)
    {
        var found = NameFilter.Pick(ModuleState.Registry.Sessions, name, session => session.Name);
        return found.Count > 0 || !NameFilter.IsLiteral(name) ? found : new[] { ModuleState.Registry.Find(name) };
    }

    /// <summary>The open session of a number.</summary>
    /// <exception cref="MigrationException">SessionNotFound.</exception>
    public static MigrationSession Session(int id) =>
        ModuleState.Registry.Sessions.FirstOrDefault(session => session.Id == id) ?? throw new MigrationException(
            MigrationErrorKind.SessionNotFound, $"There is no session {Number(id)}.", "Get-VSMigrationSession lists those that are open.");

    /// <summary>The host of a session; empty where the session has been removed since.</summary>
    public static string HostOf(Guid sessionId)
    {
        try
        {
            return ModuleState.Registry.Find(sessionId).HostName;
        }
        catch (MigrationException)
        {
            return "";
        }
    }

    /// <summary>Known hosts by name.</summary>
    /// <exception cref="MigrationException">HostNotFound; ConfigurationInvalid: the file of hosts cannot be read.</exception>
    public static IReadOnlyList<MigrationHost> Hosts(string name)
    {
        var all = ModuleState.Registry.Hosts.GetAll();
        var found = NameFilter.Pick(all, name, host => host.Name);
        return found.Count > 0 || !NameFilter.IsLiteral(name) ? found : throw new MigrationException(
            MigrationErrorKind.HostNotFound,
            $"No host named '{name}' has been added.",
            all.Count == 0 ? "Add one with Add-VSMigrationHost." : "Known hosts: " + string.Join(", ", all.Select(host => host.Name)) + ".");
    }

    /// <summary>The job of a number.</summary>
    /// <exception cref="MigrationException">JobNotFound.</exception>
    public static MigrationJob Job(IEnumerable<MigrationJob> all, int id) => all.FirstOrDefault(job => job.Id == id) ?? throw JobNotFound(Number(id));

    /// <summary>Jobs by the name of their virtual system.</summary>
    /// <exception cref="MigrationException">JobNotFound.</exception>
    public static IReadOnlyList<MigrationJob> Jobs(IEnumerable<MigrationJob> all, string systemName)
    {
        var found = NameFilter.Pick(all, systemName, job => job.VirtualSystem.Name);
        return found.Count > 0 || !NameFilter.IsLiteral(systemName) ? found : throw JobNotFound($"of a virtual system named '{systemName}'");
    }

    /// <summary>All jobs; a record that cannot be read becomes a warning.</summary>
    public static IReadOnlyList<MigrationJob> AllJobs(PipelineSink pipeline) => ModuleState.Registry.GetJobs((path, e) =>
        pipeline.WriteWarning($"The job's record '{path}' cannot be read and is passed over: {e.Message}"));

    private static MigrationException JobNotFound(string which) => new(
        MigrationErrorKind.JobNotFound, $"There is no migration job {which}.", "Get-VSMigrationJob lists all of them.");

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}
