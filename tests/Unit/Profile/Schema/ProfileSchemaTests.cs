using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Schema;
using Xunit;

namespace VsMigration.Tests.Profile.Schema;

public sealed class ProfileSchemaTests
{
    /// <summary>What the profile wants and only the experimental schema has (Table 36).</summary>
    private static readonly string[] s_experimental = { "CIM_InstMethodCall.ReturnValueType", "CIM_InstMethodCall.Error" };

    /// <summary>The facts of the CIM schema: class, property, type, flags, class referred to, class of origin.</summary>
    private static readonly string[][] s_facts = Facts();

    public static TheoryData<string> SchemaClasses => new(s_facts.Where(fact => fact[1].Length == 0).Select(fact => fact[0]));

    public static TheoryData<string> OwnClasses =>
        new(ProfileSchema.Classes.Select(declared => declared.Name).Where(name => name.StartsWith("VSM_", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(SchemaClasses))]
    [Clause("10-2")]
    public void A_class_is_declared_as_the_CIM_schema_declares_it(string name)
    {
        var fact = s_facts.Single(row => row[0] == name && row[1].Length == 0);
        var declared = ProfileSchema.Find(name)!;

        Assert.Equal(fact[2], declared.SuperClassName ?? "");
        Assert.Equal(fact[3], Words((declared.IsAbstract, "abstract"), (declared.IsAssociation, "association"), (declared.IsIndication, "indication")));
        Assert.Equal(fact[4], declared.Version);
    }

    [Theory]
    [MemberData(nameof(SchemaClasses))]
    [Clause("10-2")]
    public void A_class_has_the_properties_of_the_CIM_schema_with_their_types_keys_and_references(string name) =>
        Assert.Equal(
            s_facts.Where(row => row[0] == name && row[1].Length > 0).Select(row => string.Join(' ', row.Skip(1))).Order(StringComparer.Ordinal),
            ProfileSchema.Find(name)!.Properties
                .Where(property => !s_experimental.Contains(name + "." + property.Name))
                .Select(property => string.Join(
                    ' ',
                    property.Name,
                    CimTypeNames.Of(property.Type) + (property.IsArray ? "[]" : ""),
                    Words((property.IsKey, "key"), (property.IsRequired, "required"), (property.IsWritable, "writable")),
                    property.ClassName,
                    property.ClassOrigin))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_class_of_the_CIM_schema_that_is_declared_is_compared() =>
        Assert.Equal(
            ProfileSchema.Classes.Select(declared => declared.Name).Where(name => name.StartsWith("CIM_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            s_facts.Select(fact => fact[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OwnClasses))]
    public void Our_own_classes_derive_from_the_profile_s_and_take_nothing_away(string name)
    {
        var declared = ProfileSchema.Find(name)!;
        var super = ProfileSchema.Find(declared.SuperClassName!)!;

        Assert.StartsWith("CIM_", super.Name, StringComparison.Ordinal);
        Assert.True(ProfileSchema.IsA(name, super.Name));
        Assert.Equal(super.Properties, declared.Properties.Take(super.Properties.Count));
        Assert.Equal(super.Methods, declared.Methods.Take(super.Methods.Count));
    }

    [Theory]
    [InlineData("CIM_Error")]
    [InlineData("CIM_InstCreation")]
    [InlineData("CIM_InstDeletion")]
    [InlineData("CIM_InstMethodCall")]
    [InlineData("CIM_InstModification")]
    public void Errors_and_indications_have_no_keys(string name)
    {
        Assert.True(ProfileSchema.Find(name)!.IsIndication);
        Assert.DoesNotContain(ProfileSchema.Find(name)!.Properties, property => property.IsKey);
    }

    [Theory]
    [InlineData("CIM_MethodResult", "InstanceID")]
    [InlineData("CIM_VirtualSystemMigrationCapabilities", "InstanceID")]
    [InlineData("CIM_VirtualSystemMigrationSettingData", "InstanceID")]
    [InlineData("CIM_VirtualSystemMigrationService", "CreationClassName", "Name", "SystemCreationClassName", "SystemName")]
    [InlineData("CIM_ComputerSystem", "CreationClassName", "Name")]
    [InlineData("CIM_ConcreteJob", "InstanceID")]
    [InlineData("CIM_RegisteredProfile", "InstanceID")]
    [InlineData("CIM_HostedService", "Antecedent", "Dependent")]
    [InlineData("CIM_SettingsDefineCapabilities", "GroupComponent", "PartComponent")]
    [Clause("T25-1", "T30-1", "T31-1", "T31-2", "T31-3", "T31-4", "T33-1")]
    public void Keys_are_the_profile_s(string name, params string[] keys) =>
        Assert.Equal(keys, ProfileSchema.Find(name)!.Properties.Where(property => property.IsKey).Select(property => property.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("CIM_InstMethodCall", "ReturnValueType", CimType.UInt16, false, "")]
    [InlineData("CIM_InstMethodCall", "Error", CimType.Instance, true, "CIM_Error")]
    [InlineData("CIM_MethodResult", "PreCallIndication", CimType.Instance, false, "CIM_InstMethodCall")]
    [InlineData("CIM_MethodResult", "PostCallIndication", CimType.Instance, false, "CIM_InstMethodCall")]
    public void What_the_profile_embeds_is_declared(string name, string property, CimType type, bool isArray, string of)
    {
        var declared = ProfileSchema.Find(name)!.Property(property)!;

        Assert.Equal((type, isArray, of), (declared.Type, declared.IsArray, declared.ClassName));
    }

    [Fact]
    public void Names_are_taken_without_regard_to_case_and_unknown_ones_are_none()
    {
        Assert.Equal("CIM_ConcreteJob", ProfileSchema.Find("cim_concretejob")!.Name);
        Assert.Equal(typeof(ConcreteJob), ProfileSchema.TypeOf("CIM_CONCRETEJOB"));
        Assert.Null(ProfileSchema.Find("CIM_Nothing"));
        Assert.Null(ProfileSchema.TypeOf("CIM_Nothing"));
        Assert.Empty(ProfileSchema.SuperClassesOf("CIM_Nothing"));
        Assert.Empty(ProfileSchema.SubClassesOf("CIM_Nothing"));
    }

    [Fact]
    [Clause("6.1-1")]
    public void A_class_is_what_it_derives_from()
    {
        Assert.Equal(
            new[] { "CIM_ConcreteJob", "CIM_Job", "CIM_LogicalElement", "CIM_ManagedSystemElement", "CIM_ManagedElement" },
            ProfileSchema.SuperClassesOf("VSM_MigrationJob"));
        Assert.True(ProfileSchema.IsA("vsm_migrationjob", "cim_job"));
        Assert.True(ProfileSchema.IsA("CIM_Job", "CIM_Job"));
        Assert.False(ProfileSchema.IsA("CIM_Job", "CIM_ConcreteJob"));
        Assert.False(ProfileSchema.IsA("CIM_HostedService", "CIM_ManagedElement"));
        Assert.Equal(new[] { "VSM_ComputerSystem", "VSM_HostSystem" }, ProfileSchema.SubClassesOf("CIM_ComputerSystem").Select(declared => declared.Name));
        Assert.Contains(ProfileSchema.SubClassesOf("CIM_ManagedElement"), declared => declared.Name == "VSM_MigrationJob");
    }

    [Fact]
    public void A_class_has_its_superclass_s_methods()
    {
        Assert.Equal(
            new[] { "RequestStateChange", "GetError", "GetErrors" },
            ProfileSchema.Find("VSM_MigrationJob")!.Methods.Where(method => method.ClassOrigin == "CIM_ConcreteJob").Select(method => method.Name));
        var errors = Assert.Single(ProfileSchema.Find("CIM_ConcreteJob")!.Method("geterrors")!.Parameters);
        Assert.Equal(("Errors", CimType.Instance, true, true, false, "CIM_Error"), (errors.Name, errors.Type, errors.IsArray, errors.IsOut, errors.IsIn, errors.ClassName));
    }

    private static string Words(params (bool There, string Word)[] words) => string.Join(' ', words.Where(word => word.There).Select(word => word.Word));

    private static string[][] Facts()
    {
        using var stream = typeof(ProfileSchemaTests).Assembly.GetManifestResourceStream("cim-schema.tsv")!;
        using var reader = new StreamReader(stream);
        return Rows(reader).Skip(1).ToArray();
    }

    private static IEnumerable<string[]> Rows(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}
