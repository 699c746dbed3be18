using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class DestinationHostTextTests
{
    [Theory]
    [InlineData("kvm7", DestinationHostFormat.DomainName)]
    [InlineData("kvm7.example.org", DestinationHostFormat.DomainName)]
    [InlineData("4u-server.example", DestinationHostFormat.DomainName)]
    [InlineData("10.0.0.7", DestinationHostFormat.IPv4)]
    [InlineData("255.255.255.255", DestinationHostFormat.IPv4)]
    [InlineData("::1", DestinationHostFormat.IPv6)]
    [InlineData("fe80::5054:ff:fe12:3456", DestinationHostFormat.IPv6)]
    [InlineData("::ffff:10.0.0.7", DestinationHostFormat.IPv6)]
    [Clause("T2-2", "T6-2")]
    public void A_name_and_an_address_have_their_format(string text, DestinationHostFormat format) =>
        Assert.Equal(format, DestinationHostText.FormatOf(text));

    [Theory]
    [InlineData("")]
    [InlineData(" kvm7")]
    [InlineData("kvm7:16509")]
    [InlineData("qemu+ssh://kvm7/system")]
    [InlineData("-kvm7")]
    [InlineData("kvm7-")]
    [InlineData("kvm_7")]
    [InlineData("a..b")]
    [InlineData("kvmü")]
    [InlineData("10.0.0.300")]
    [InlineData("10.0.0")]
    [InlineData("010.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("1:2:3")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [Clause("T2-2", "T6-2")]
    public void Anything_else_has_none(string text) => Assert.Null(DestinationHostText.FormatOf(text));
}
