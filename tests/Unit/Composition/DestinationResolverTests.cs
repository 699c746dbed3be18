using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Platforms;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Composition;

public sealed class DestinationResolverTests : IDisposable
{
    private static readonly Uri s_source = new("qemu:///system");

    private readonly TemporaryFolder _folder = new();
    private readonly HostStore _hosts;
    private readonly DestinationResolver _resolver;

    public DestinationResolverTests()
    {
        _hosts = new HostStore(new ConfigurationFolder(_folder.Path));
        _resolver = new DestinationResolver(_hosts, new PlatformRegistry(new IPlatform[] { new NamedPlatform() }));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_name_added_before_comes_first()
    {
        _hosts.Add(new MigrationHost { Name = "kvm7.example", ConnectionUri = new Uri("qemu+tcp://elsewhere/system"), MigrationUri = new Uri("tcp://10.0.0.7") });
        Assert.Equal("elsewhere", _resolver.Resolve("KVM7.example", s_source, null).ConnectionUri!.Host);
    }

    [Theory]
    [InlineData("kvm7", "kvm7")]
    [InlineData("kvm7.example.com", "kvm7.example.com")]
    [InlineData(" 192.0.2.7 ", "192.0.2.7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("[2001:db8::7]", "2001:db8::7")]
    [InlineData("::1", "::1")]
    public void A_host_name_or_an_address_becomes_the_platforms_URI(string text, string host) =>
        Assert.Equal("named:" + host, _resolver.Resolve(text, s_source, TransportType.TLS).ConnectionUri!.OriginalString);

    [Fact]
    public void A_connection_URI_is_taken_as_it_is_and_shown_without_its_password()
    {
        var host = _resolver.Resolve("qemu+ssh://root:s3cret@kvm7/system", s_source, null);
        Assert.Equal("qemu+ssh://root:s3cret@kvm7/system", host.ConnectionUri!.OriginalString);
        Assert.Equal("qemu+ssh://root@kvm7/system", host.Name);
    }

    [Theory]
    [InlineData("no such host", MigrationErrorKind.HostNotFound)]
    [InlineData("", MigrationErrorKind.HostNotFound)]
    [InlineData("unknown-to-platform", MigrationErrorKind.HostNotFound)]
    [InlineData("http://kvm7/", MigrationErrorKind.UriInvalid)]
    [InlineData("qemu+ssh://[", MigrationErrorKind.UriInvalid)]
    public void What_is_no_host_is_said_to_be_none(string text, MigrationErrorKind kind)
    {
        var error = Assert.Throws<MigrationException>(() => _resolver.Resolve(text, s_source, null));
        Assert.Equal(kind, error.Kind);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void Known_names_are_those_added_and_those_the_platform_knows()
    {
        _hosts.Add(new MigrationHost { Name = "added", ConnectionUri = s_source });
        Assert.Equal(new[] { "added", "built-in" }, _resolver.Known(s_source));
        Assert.Equal(new[] { "added" }, _resolver.Known(null));
    }

    private sealed class NamedPlatform : IPlatform
    {
        public string Name => "named";

        public IReadOnlyList<string> Schemes { get; } = new[] { "qemu", "qemu+tcp", "qemu+ssh" };

        public Uri? LocalConnectionUri => null;

        public Task<IPlatformDriver> ConnectAsync(Uri connectionUri, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Uri? DestinationUri(Uri sourceUri, string host, TransportType? transport) =>
            host.StartsWith("unknown", StringComparison.Ordinal) ? null : new Uri("named:" + host);

        public IReadOnlyList<string> KnownDestinations(Uri sourceUri) => new[] { "built-in" };
    }
}
