using System;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Platforms.Libvirt;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class SettingRulesTests
{
    [Theory]
    [InlineData(1u, "", TransportType.SSH, true, "9.0", "")]
    [InlineData(4u, "", TransportType.TCP, false, "9.0", "")]
    [InlineData(4u, "", TransportType.SSH, false, "9.0", "ParallelConnections")]
    [InlineData(4u, "", TransportType.TCP, true, "10.0", "ParallelConnections")]
    [InlineData(4u, "", TransportType.TCP, true, "10.1", "")]
    [InlineData(1u, "xbzrle", TransportType.TCP, true, "9.0", "")]
    [InlineData(1u, "mt", TransportType.TCP, false, "9.0", "")]
    [InlineData(1u, "mt", TransportType.TCP, true, "9.0", "Compression")]
    [InlineData(1u, "zstd", TransportType.TCP, false, "9.0", "Compression")]
    [InlineData(2u, "zstd", TransportType.TCP, false, "9.0", "")]
    [InlineData(2u, "xbzrle", TransportType.TCP, false, "9.0", "Compression")]
    [InlineData(2u, "mt", TransportType.SSH, true, "9.0", "ParallelConnections ParallelConnections Compression Compression")]
    public void What_does_not_go_together_is_found_before_the_start(
        uint connections, string compression, TransportType transport, bool postCopy, string olderHypervisor, string wrong)
    {
        var order = new MigrationOrder { ParallelConnections = connections, Compression = compression, TransportType = transport, PostCopy = postCopy };
        string[] expected = wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var older = Version.Parse(olderHypervisor);

        foreach (var (source, destination) in new[] { (older, new Version(11, 0)), (new Version(11, 0), older) })
        {
            var findings = SettingRules.Check(order, source, destination);
            Assert.Equal(expected, findings.Select(finding => finding.MessageArguments[1].Replace("MigrationSettingData.", "", StringComparison.Ordinal)));
        }
    }
}
