using System;
using System.IO;
using System.Linq;
using VsMigration.Composition;
using VsMigration.Platforms;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Composition;

public sealed class HostStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConfigurationFolder _configuration;
    private readonly HostStore _store;

    public HostStoreTests()
    {
        _configuration = new ConfigurationFolder(_folder.File("not-yet-there"));
        _store = new HostStore(_configuration);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_empty_and_writes_nothing_before_something_is_added()
    {
        Assert.Empty(_store.GetAll());
        Assert.False(Directory.Exists(_configuration.Path));
    }

    [Fact]
    public void Keeps_hosts_for_the_next_process()
    {
        _store.Add(new MigrationHost { Name = "kvm7", ConnectionUri = new Uri("qemu+ssh://kvm7/system"), MigrationUri = new Uri("tcp://10.0.0.7") });

        var host = Assert.Single(new HostStore(_configuration).GetAll());
        Assert.Equal("qemu+ssh://kvm7/system", host.ConnectionUri!.OriginalString);
        Assert.Equal("tcp://10.0.0.7", host.MigrationUri!.OriginalString);
    }

    [Fact]
    public void Replaces_and_finds_and_removes_without_regard_to_case()
    {
        _store.Add(new MigrationHost { Name = "kvm7", ConnectionUri = new Uri("qemu+ssh://old/system") });
        _store.Add(new MigrationHost { Name = "KVM7", ConnectionUri = new Uri("qemu+ssh://new/system") });

        Assert.Equal("new", _store.Find("Kvm7")!.ConnectionUri!.Host);
        Assert.Single(_store.GetAll());
        Assert.True(_store.Remove("kvm7"));
        Assert.False(_store.Remove("kvm7"));
        Assert.Null(_store.Find("kvm7"));
    }

    [Theory]
    [InlineData("<Hosts><Host/></Hosts>")]
    [InlineData("<Hosts")]
    [InlineData("<Hosts><Host Name='x' ConnectionUri='no uri'/></Hosts>")]
    public void Says_which_file_is_broken_and_what_to_do(string content)
    {
        _configuration.Create();
        File.WriteAllText(_configuration.HostsFile, content);

        var error = Assert.Throws<MigrationException>(() => _store.GetAll());
        Assert.Equal(MigrationErrorKind.ConfigurationInvalid, error.Kind);
        Assert.Contains(_configuration.HostsFile, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void Leaves_no_draft_behind()
    {
        _store.Add(new MigrationHost { Name = "a", ConnectionUri = new Uri("simulator:?host=a") });
        _store.Add(new MigrationHost { Name = "b", ConnectionUri = new Uri("simulator:?host=b") });
        Assert.Equal(_configuration.HostsFile, Directory.GetFiles(_configuration.Path).Single());
    }
}
