using System;
using System.Collections.Concurrent;
using VsMigration.Composition;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>What the cmdlets of one process share: a registry for each configuration folder, made when it is first used.</summary>
internal static class ModuleState
{
    private static readonly ConcurrentDictionary<string, Lazy<SessionRegistry>> s_registries = new(StringComparer.Ordinal);

    /// <summary>The registry of the user's folder, as <c>VSMIGRATION_HOME</c> says now.</summary>
    public static SessionRegistry Registry
    {
        get
        {
            var folder = ConfigurationFolder.OfUser();
            return s_registries.GetOrAdd(
                folder.Path, _ => new Lazy<SessionRegistry>(() => new SessionRegistry(Platforms, folder))).Value;
        }
    }

    /// <summary>The platforms that can be named by a URI.</summary>
    public static PlatformRegistry Platforms => PlatformRegistry.Default;
}
