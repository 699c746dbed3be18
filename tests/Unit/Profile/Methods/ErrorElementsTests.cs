using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Profile.Methods;

public sealed class ErrorElementsTests
{
    private static readonly MigrationError s_unreachable = StandardMessages.TargetHostState.Error("Look at its network.", "kvm2", "is not reachable") with
    {
        PeerCode = "libvirt 38/7",
        PeerMessage = "unable to connect [sic] to server",
    };

    private static readonly Dictionary<ErrorOrigin, CimObjectPath> s_origins = new()
    {
        [ErrorOrigin.TargetHost] = new CimObjectPath("VSM_HostSystem", new[] { new CimProperty("Name", CimType.String, "kvm2") }, "root/vsmigration"),
    };

    [Fact]
    [Clause("T23-1", "T23-2", "T23-3", "T23-4")]
    public void An_error_says_what_it_is_why_of_whom_and_what_to_do()
    {
        var element = ErrorElements.ToElement(s_unreachable, MigrationErrorKind.HostUnreachable, s_origins);
        Assert.Equal(
            ("SVPC8020", "DMTF", "The target host named kvm2 is not reachable."),
            (element.MessageID, element.OwningEntity, element.Message));
        Assert.Equal(new[] { "kvm2", "is not reachable" }, element.MessageArguments);
        Assert.Equal((ErrorType.UnavailableResourceError, ProbableCause.ElementUnavailable), (element.ErrorType, element.ProbableCause));
        Assert.Equal("[libvirt 38/7] unable to connect [sic] to server", element.ProbableCauseDescription);
        Assert.Equal(PerceivedSeverity.Major, element.PerceivedSeverity);
        Assert.Equal(new[] { "Look at its network." }, element.RecommendedActions);
        Assert.Equal(("root/vsmigration:VSM_HostSystem.Name=\"kvm2\"", ErrorSourceFormat.CIMObjectPath), (element.ErrorSource, element.ErrorSourceFormat));
        Assert.Equal((1u, "The operation failed."), (element.CIMStatusCode, element.CIMStatusCodeDescription));
    }

    [Fact]
    public void Without_a_known_origin_there_is_no_source()
    {
        var element = ErrorElements.ToElement(s_unreachable, MigrationErrorKind.HostUnreachable, new Dictionary<ErrorOrigin, CimObjectPath>());
        Assert.Equal((null, ErrorSourceFormat.Unknown), (element.ErrorSource, element.ErrorSourceFormat));
    }

    [Fact]
    public void What_goes_out_comes_back_the_same_over_an_instance()
    {
        var instance = ElementMap.ToInstance(ErrorElements.ToElement(s_unreachable, MigrationErrorKind.HostUnreachable, s_origins));
        var back = ErrorElements.FromElement(ElementMap.FromInstance<Error>(instance));
        Assert.Equal(s_unreachable with { MessageArguments = back.MessageArguments }, back);
        Assert.Equal(s_unreachable.MessageArguments, back.MessageArguments);
    }

    [Fact]
    public void A_warning_stays_a_warning()
    {
        var warning = StandardMessages.FileWillBeOverwritten.Warning("Look.", "/a", "b");
        var element = ErrorElements.ToElement(warning, MigrationErrorKind.NotMigratable, s_origins);
        Assert.Equal((PerceivedSeverity.DegradedOrWarning, "VsMigration"), (element.PerceivedSeverity, element.OwningEntity));
        Assert.Equal(ErrorSeverity.Warning, ErrorElements.FromElement(element).Severity);
    }

    [Fact]
    public void An_error_without_a_message_carries_our_own()
    {
        var element = ErrorElements.ToElement(new MigrationError { Message = "x" }, MigrationErrorKind.HostNotFound, s_origins);
        Assert.Equal(("VSM0103", "VsMigration"), (element.MessageID, element.OwningEntity));
    }

    [Fact]
    public void Another_servers_error_may_be_almost_empty()
    {
        var error = ErrorElements.FromElement(new Error { MessageID = "X", CIMStatusCodeDescription = "It failed." });
        Assert.Equal(("X", "It failed.", ErrorSeverity.Error), (error.MessageId, error.Message, error.Severity));
    }
}
