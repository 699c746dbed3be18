using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Composition;

public sealed class ServiceSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConfigurationFolder _configuration;

    public ServiceSettingsTests() => _configuration = new ConfigurationFolder(_folder.File("home"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_nobody_set_is_as_by_default()
    {
        using var registry = Open();
        Assert.Equal(new JobLimits(), registry.Limits);
        Assert.False(Directory.Exists(_configuration.Path));
    }

    [Fact]
    public void What_was_set_is_there_at_the_next_start()
    {
        var limits = new JobLimits { MaximumMigrations = 3, MaximumIncomingPerHost = 2, MaximumOutgoingPerHost = 1, BytesPerSecondPerHost = 125_000_000 };
        using (var registry = Open())
        {
            registry.Limits = limits;
        }

        using var next = Open();
        Assert.Equal(limits, next.Limits);
    }

    [Fact]
    public void What_would_let_nothing_start_is_not_kept()
    {
        using var registry = Open();
        Assert.Throws<MigrationException>(() => registry.Limits = new JobLimits { MaximumIncomingPerHost = 0 });
        Assert.Equal(new JobLimits(), registry.Limits);
    }

    [Theory]
    [InlineData("<Settings><Limits MaximumMigrations='many'/></Settings>")]
    [InlineData("<Settings><Limits BytesPerSecondPerHost='-1'/></Settings>")]
    [InlineData("<Settings>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'boom'>]><Settings>&e;</Settings>")]
    public async Task A_file_that_cannot_be_read_is_named_before_anything_is_connected(string content)
    {
        Directory.CreateDirectory(_configuration.Path);
        File.WriteAllText(_configuration.SettingsFile, content);
        using var registry = Open();

        var error = await Assert.ThrowsAsync<MigrationException>(() => registry.ImplyAsync(new Uri("simulator:"), CancellationToken.None));
        Assert.Equal(MigrationErrorKind.ConfigurationInvalid, error.Kind);
        Assert.Contains(_configuration.SettingsFile, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_limits_sets_none()
    {
        Directory.CreateDirectory(_configuration.Path);
        File.WriteAllText(_configuration.SettingsFile, "<Settings/>");
        using var registry = Open();
        await registry.ImplyAsync(new Uri("simulator:"), CancellationToken.None);
        Assert.Equal(new JobLimits(), registry.Limits);
    }

    private SessionRegistry Open() => new(PlatformRegistry.Default, _configuration);
}
