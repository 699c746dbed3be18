using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Tests.Platforms.Simulator;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class MigrationCapabilityTests
{
    private static readonly MigrationCapability s_capability = new() { Settings = Figure2.Settings };

    [Fact]
    [Clause("9.1.2-4", "9.1.2-5")]
    public void Its_settings_say_what_people_want_to_know()
    {
        Assert.Equal(Figure2.Settings[0].Setting, s_capability.DefaultSetting);
        Assert.Equal(new[] { MigrationType.Live, MigrationType.Resume, MigrationType.Restart }, s_capability.MigrationTypes);
        Assert.Equal(new[] { TransportType.SSH, TransportType.TLS, TransportType.TCP }, s_capability.TransportTypes);
        Assert.Equal("10 to 10000 Mbit/s in steps of 10 with TransportType SSH", Assert.Single(s_capability.BandwidthRange));
        Assert.Empty(s_capability.PriorityRange);
    }

    [Fact]
    public void Without_settings_nothing_is_the_default() => Assert.Equal(new MigrationSetting(), new MigrationCapability().DefaultSetting);

    [Theory]
    [InlineData(10, 10, "at least 10 Mbit/s")]
    [InlineData(11, 11, "at most 11 Mbit/s")]
    public void A_bound_alone_is_said_as_one(int low, int high, string expected) => Assert.Equal(expected, Assert.Single(new MigrationCapability
    {
        Settings = new[]
        {
            new CapabilitySetting
            {
                Range = low == 10 ? ValueRange.Minimums : ValueRange.Maximums,
                Setting = new() { Bandwidth = (ushort)high, BandwidthUnit = Figure2.MegabitPerSecond },
            },
        },
    }.BandwidthRange));
}
