using System;
using System.Linq;
using System.Management.Automation;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class ErrorRecordTests
{
    public static TheoryData<MigrationErrorKind> Kinds => new(Enum.GetValues<MigrationErrorKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_an_id_and_a_category(MigrationErrorKind kind)
    {
        var record = ErrorRecords.From(new MigrationException(kind, "It broke.", "Mend it."), "target");

        Assert.Equal("VSMigration." + kind, record.FullyQualifiedErrorId);
        Assert.Equal(kind == MigrationErrorKind.Unexpected, record.CategoryInfo.Category == ErrorCategory.NotSpecified);
        Assert.Equal(("It broke.", "Mend it."), (record.ErrorDetails.Message, record.ErrorDetails.RecommendedAction));
        Assert.Equal("target", record.TargetObject);
    }

    [Fact]
    public void The_peers_own_text_and_code_are_kept()
    {
        var error = new MigrationError
        {
            Message = "The host refused.", RecommendedAction = "Ask it.", PeerCode = "libvirt 38/7", PeerMessage = "unable to connect",
        };

        string text = ErrorRecords.From(new MigrationException(MigrationErrorKind.PeerFailed, error), target: null).ErrorDetails.Message;

        Assert.Equal("The host refused. unable to connect [libvirt 38/7]", text);
    }

    [Fact]
    public void Several_errors_are_a_list_and_each_says_what_to_do()
    {
        var errors = Enumerable.Range(1, 3).Select(i => new MigrationError { MessageId = "X" + i, Message = "Wrong " + i + ".", RecommendedAction = "Do " + i + "." });

        string text = ErrorRecords.From(new MigrationException(MigrationErrorKind.NotMigratable, "It cannot move.", errors.ToList()), target: null).ErrorDetails.Message;

        Assert.Equal("It cannot move.\n  1. X1: Wrong 1. Do 1.\n  2. X2: Wrong 2. Do 2.\n  3. X3: Wrong 3. Do 3.", text);
    }

    [Fact]
    public void What_nobody_expected_is_told_as_such()
    {
        var record = ErrorRecords.From(new InvalidOperationException("Oops."), target: null);

        Assert.Equal("VSMigration.Unexpected", record.FullyQualifiedErrorId);
        Assert.IsType<InvalidOperationException>(record.Exception.InnerException);
    }
}
