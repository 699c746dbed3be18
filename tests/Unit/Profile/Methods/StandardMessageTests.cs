using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests;

public sealed class StandardMessageTests
{
    [Fact]
    public void Formats_in_the_order_of_the_template() =>
        Assert.Equal("The target host named b is not reachable.", StandardMessages.TargetHostState.Format("b", "is not reachable"));
}
