using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Methods;

namespace VsMigration.Composition;

/// <summary>Which platform stands behind which URI. The one place that names them all.</summary>
public sealed class PlatformRegistry
{
    private readonly IReadOnlyList<IPlatform> _platforms;

    /// <summary>Knows these platforms; the first that has a host on this machine is the local one.</summary>
    public PlatformRegistry(IReadOnlyList<IPlatform> platforms) => _platforms = platforms;

    /// <summary>All platforms that this build has.</summary>
    public static PlatformRegistry Default { get; } = new(new IPlatform[]
    {
#if NET
        new Platforms.Libvirt.LibvirtPlatform(),
#endif
        new SimulatorPlatform(),
    });

    /// <summary>All schemes, for messages.</summary>
    public IReadOnlyList<string> Schemes => _platforms.SelectMany(platform => platform.Schemes).ToList();

    /// <summary>Whether a scheme leads anywhere.</summary>
    public bool Knows(string scheme) => Lookup(scheme) is not null;

    /// <summary>The platform of a URI.</summary>
    /// <exception cref="MigrationException">UriInvalid: nothing stands behind its scheme.</exception>
    public IPlatform Find(Uri uri) => Lookup(uri.Scheme) ?? throw new MigrationException(
        MigrationErrorKind.UriInvalid,
        $"Nothing stands behind the scheme '{uri.Scheme}' of '{SecretFree.Text(uri)}'.",
        "Use one of: " + string.Join(", ", Schemes.Select(scheme => scheme + ":")) + " - for example qemu+ssh://kvm7/system, or simulator: to try things out.");

    /// <summary>The connection URI of this machine's own host.</summary>
    /// <exception cref="MigrationException">NoPlatform: it is none.</exception>
    public Uri LocalConnectionUri => _platforms.Select(platform => platform.LocalConnectionUri).FirstOrDefault(uri => uri is not null)
        ?? throw new MigrationException(
            MigrationErrorKind.NoPlatform,
            "This machine is no virtualization host: there is no libvirt socket.",
            "Name a host with -Session, for example -Session qemu+ssh://kvm7/system; to try things out without one, use -Session simulator:");

    private IPlatform? Lookup(string scheme) =>
        _platforms.FirstOrDefault(platform => platform.Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase));
}
