using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>Reads what virtual systems are made of.</summary>
internal static class SystemDefinitions
{
    /// <summary>The definition of a virtual system, as it is now.</summary>
    /// <exception cref="MigrationException">SystemNotFound: it has gone since it was read.</exception>
    public static async Task<SystemDefinition> GetAsync(MigrationSession session, VirtualSystem system, CancellationToken cancellationToken) =>
        await session.Service.GetDefinitionAsync(system.Id, cancellationToken) ?? throw new MigrationException(
            MigrationErrorKind.SystemNotFound,
            $"The host {session.HostName} has no virtual system '{system.Name}' ({system.Id}) any more.",
            "Read it again with Get-VSMigrationSystem.");
}
