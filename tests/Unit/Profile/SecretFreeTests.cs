using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Profile;

public sealed class SecretFreeTests
{
    [Theory]
    [InlineData("qemu+ssh://root:s3cret@kvm7/system", "qemu+ssh://root@kvm7/system")]
    [InlineData("qemu+ssh://root@kvm7/system", "qemu+ssh://root@kvm7/system")]
    [InlineData("qemu+tcp://kvm7:16509/system", "qemu+tcp://kvm7:16509/system")]
    [InlineData("qemu+tcp://[::1]:16509/system", "qemu+tcp://[::1]:16509/system")]
    [InlineData("https://a:p@ss:w@h/x@y:z", "https://a@h/x@y:z")]
    [InlineData("qemu:///system", "qemu:///system")]
    [InlineData("simulator:?host=a", "simulator:?host=a")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("x://u:p@", "x://u@")]
    public void Takes_the_password_out_and_nothing_else(string uri, string expected) =>
        Assert.Equal(expected, SecretFree.Text(uri));
}
