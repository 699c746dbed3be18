using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service;

/// <summary>The input of a check or a migration: MigrateVirtualSystemToHost and CheckVirtualSystemIsMigratableToHost in one.</summary>
[Clause("8.1.1")]
[Clause("8.1.3")]
public sealed record MigrationRequest
{
    /// <summary>The virtual system's <see cref="Profile.Elements.VirtualSystem.Id"/>.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>Where to, its name resolved to URIs.</summary>
    public MigrationHost Destination { get; init; } = new();

    /// <summary>How; what is left out is the service's default.</summary>
    public MigrationSetting Setting { get; init; } = new();
}
