using System;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Profile.Methods;

/// <summary>Tables 3, 5, 7 and 9 row by row: id, text, and the return code of the schema in place of the printed one.</summary>
public sealed class MessageCatalogTests
{
    private const string Process = "The migration process migrating the virtual system named <Virtual_System_Name> from the host system named <Source_Host_Name> to the host system named <Target_Host_Name> has ";

    public static TheoryData<string, int, string> Printed => new()
    {
        { "SVPC0003", 6, "The virtual system named <Virtual_System_Name> does not exist." },
        { "SVPC0004", 5, "The virtual system named <Virtual_System_Name> is in the <Virtual_System_State> state, but the requested operation requires one of the following virtual system states: <Required_Virtual_System_States>." },
        { "SVPC0005", 6, "The virtual system named <Virtual_System_Name> has the virtual system type <Virtual_System_Type> state, but the requested operation requires one of the following virtual system types: <Required_Virtual_System_Types>." },
        { "SVPC0006", 5, "The virtual system named <Virtual_System_Name> <Virtual_System_Config_Error> that prevent(s) the requested operation." },
        { "SVPC0101", 5, "The file <File_Name_Name> <Unexpected_File_State>." },
        { "SVPC0102", 2, "The file <File_Name_Name> <Failed_File_Operation>." },
        { "SVPC8001", 4096, Process + "been initiated." },
        { "SVPC8003", 2, Process + "failed." },
        { "SVPC8004", 0, Process + "successfully completed." },
        { "SVPC8020", 5, "The target host named <Target_Host_Name> <Target_Host_State>." },
        { "SVPC8021", 5, "The target virtual system named <Virtual_System_Name> already exists." },
        { "SVPC8022", 2, "The target virtual system named <Virtual_System_Name> <Failed_Activity>." },
        { "SVPC8023", 6, "The target virtual system named <Virtual_System_Name> <Configuration_Error>." },
        { "SVPC8030", 6, "The resource requirements of the virtual system named <Virtual_System_Name> for the <Resource_Type> cannot be satisfied at the target host system named <Target_Host_Name>." },
        { "SVPC8040", 4, "The <Migration_Operation>() parameter <Parameter_Name> at index <Parameter_Index> is <Parameter_Error>; expected parameter value is <Parameter_Spec>." },
        { "SVPC8041", 2, "The migration of the virtual system named <Virtual_System_Name> to the target host system named <Target_Host_Name> failed because a <Component_Error> <Component_RC> occurred." },
        { "SVPC8042", 3, "The migration of the virtual system named <Virtual_System_Name> to the target host system named <Target_Host_Name> failed because a timeout occurred." },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    [Clause("T3-1", "T3-2", "T3-3", "T3-4", "T3-5", "T3-6", "T3-7", "T3-8", "T3-9", "T3-10", "T3-11", "T3-12", "T3-13", "T3-14", "T3-15", "T3-16", "T3-17")]
    [Clause("T5-1", "T5-2", "T5-3", "T5-4", "T5-5", "T5-6", "T5-7", "T5-8", "T5-9", "T5-10", "T5-11", "T5-12", "T5-13", "T5-14", "T5-15", "T5-16", "T5-17")]
    public void The_migrating_methods_have_every_message_as_it_is_printed(string id, int returnCode, string text)
    {
        var message = MessageCatalog.Find(id)!;
        Assert.Equal(("DMTF", text, returnCode), (message.OwningEntity, message.Template, (int)message.ReturnCode));
        Assert.Contains(message, MessageCatalog.Of(MigrationMethod.MigrateVirtualSystemToHost));
        Assert.Contains(message, MessageCatalog.Of(MigrationMethod.MigrateVirtualSystemToSystem));
    }

    [Theory]
    [InlineData(MigrationMethod.CheckVirtualSystemIsMigratableToHost)]
    [InlineData(MigrationMethod.CheckVirtualSystemIsMigratableToSystem)]
    [Clause("T7-1", "T7-2", "T7-3", "T7-4", "T7-5", "T7-6", "T7-7", "T7-8", "T7-9", "T9-1", "T9-2", "T9-3", "T9-4", "T9-5", "T9-6", "T9-7", "T9-8", "T9-9")]
    public void The_checking_methods_have_nine_of_them(MigrationMethod method) => Assert.Equal(
        new[] { "SVPC0003", "SVPC0004", "SVPC0005", "SVPC0006", "SVPC8020", "SVPC8021", "SVPC8022", "SVPC8023", "SVPC8030" },
        MessageCatalog.Of(method).Select(message => message.Id));

    [Theory]
    [InlineData(MigrationMethod.MigrateVirtualSystemToHost)]
    [InlineData(MigrationMethod.MigrateVirtualSystemToSystem)]
    [Clause("8.1.1-5", "8.1.2-5")]
    public void The_migrating_methods_have_seventeen(MigrationMethod method) => Assert.Equal(17, MessageCatalog.Of(method).Count());

    [Fact]
    public void Every_message_has_a_name_for_each_argument() =>
        Assert.All(MessageCatalog.All, message => Assert.Equal(message.Arguments.Count, message.ArgumentNames.Count()));

    [Fact]
    public void Only_the_messages_of_success_can_be_in_no_error() => Assert.Equal(
        new[] { "SVPC8001", "SVPC8004" },
        MessageCatalog.All.Where(message => message.CimStatus is null).Select(message => message.Id));

    [Fact]
    public void Every_message_that_the_code_names_is_in_the_file() => Assert.All(
        typeof(StandardMessages).GetFields(), field => Assert.IsType<StandardMessage>(field.GetValue(null)));

    [Fact]
    public void Every_kind_of_error_has_a_message_of_its_own() => Assert.Equal(
        Enum.GetValues<MigrationErrorKind>().Select(kind => $"<{kind}>"),
        Enum.GetValues<MigrationErrorKind>().Select(kind => MessageCatalog.Of(kind).Template));
}
