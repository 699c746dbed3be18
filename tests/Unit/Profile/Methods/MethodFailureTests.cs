using System;
using VsMigration.Cim;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Profile.Methods;

public sealed class MethodFailureTests
{
    [Theory]
    [InlineData("SVPC0003", MigrationErrorKind.SystemNotFound, ReturnCode.IncompatibleParameters, CimStatus.NotFound)]
    [InlineData("SVPC0004", MigrationErrorKind.NotMigratable, ReturnCode.InvalidState, CimStatus.Failed)]
    [InlineData("SVPC8020", MigrationErrorKind.HostUnreachable, ReturnCode.InvalidState, CimStatus.Failed)]
    [InlineData("SVPC8020", MigrationErrorKind.AccessDenied, ReturnCode.InvalidState, CimStatus.AccessDenied)]
    [InlineData("SVPC8030", MigrationErrorKind.NotMigratable, ReturnCode.IncompatibleParameters, CimStatus.Failed)]
    [InlineData("SVPC8040", MigrationErrorKind.ParameterInvalid, ReturnCode.InvalidParameter, CimStatus.InvalidParameter)]
    [InlineData("SVPC8042", MigrationErrorKind.Timeout, ReturnCode.Timeout, CimStatus.Failed)]
    [InlineData("", MigrationErrorKind.NoPlatform, ReturnCode.NotSupported, CimStatus.NotSupported)]
    [InlineData("", MigrationErrorKind.MigrationRunning, ReturnCode.InvalidState, CimStatus.Failed)]
    [InlineData("ABC1", MigrationErrorKind.MigrationFailed, ReturnCode.Failed, CimStatus.Failed)]
    [InlineData("VSM0006", MigrationErrorKind.NotMigratable, ReturnCode.Failed, CimStatus.Failed)]
    public void The_first_message_decides_and_the_kind_where_there_is_none(string id, MigrationErrorKind kind, ReturnCode code, CimStatus status)
    {
        var failure = MethodFailure.Of(new MigrationException(kind, "x", new[] { new MigrationError { MessageId = id }, new MigrationError { MessageId = "SVPC8041" } }));
        Assert.Equal((code, status, 2), (failure.Code, failure.Status, failure.Errors.Count));
    }

    [Fact]
    public void An_error_without_a_message_gets_that_of_its_kind()
    {
        var failure = MethodFailure.Of(new MigrationException(MigrationErrorKind.HostNotFound, "There is no such host.", "Add it."));
        var error = Assert.Single(failure.Errors);
        Assert.Equal(("VSM0103", "There is no such host.", "Add it."), (error.MessageId, error.Message, error.RecommendedAction));
        Assert.Equal(new[] { "There is no such host." }, error.MessageArguments);
    }

    [Fact]
    public void No_failure_is_a_success() => Assert.All(
        Enum.GetValues<MigrationErrorKind>(),
        kind => Assert.InRange(MethodFailure.Of(new MigrationException(kind, "x", "y")).Code, ReturnCode.NotSupported, ReturnCode.IncompatibleParameters));
}
