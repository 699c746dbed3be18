using System;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Profile.Elements;

/// <summary>The values that clause 10 fixes.</summary>
public sealed class ElementValuesTests
{
    private static readonly CimObjectPath s_system = ElementMap.PathOf(new VsmComputerSystem { CreationClassName = "VSM_ComputerSystem", Name = "a" }, "root/cimv2");
    private static readonly CimObjectPath s_service = ElementMap.PathOf(new VsmVirtualSystemMigrationService { Name = "s" }, "root/cimv2");
    private static readonly CimObjectPath s_job = ElementMap.PathOf(new VsmMigrationJob { InstanceID = "VSM:1" }, "root/cimv2");
    private static readonly CimObjectPath s_capabilities = ElementMap.PathOf(new VirtualSystemMigrationCapabilities { InstanceID = "VSM:c" }, "root/cimv2");
    private static readonly CimObjectPath s_settings = ElementMap.PathOf(new VirtualSystemMigrationSettingData { InstanceID = "VSM:s" }, "root/cimv2");

    [Fact]
    [Clause("T18-3", "T18-4")]
    public void A_job_affects_its_virtual_systems_by_migrating_them()
    {
        var instance = ElementMap.ToInstance(AffectedJobElement.Of(s_system, s_job), "root/cimv2");

        Assert.Equal(s_system, instance["AffectedElement"]);
        Assert.Equal(s_job, instance["AffectingElement"]);
        Assert.Equal(new object[] { (ushort)1 }, instance["ElementEffects"]);
        Assert.Equal(new object[] { "Virtual System Migration" }, instance["OtherElementEffectsDescriptions"]);
        Assert.Equal(new[] { "AffectedElement", "AffectingElement" }, instance.Path!.Keys.Select(key => key.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [Clause("T28-3")]
    public void A_service_manages_virtual_systems_in_the_order_of_their_migrations_priority(ushort priority)
    {
        var instance = ElementMap.ToInstance(ServiceAffectsElement.Of(s_system, s_service, priority));

        Assert.Equal(s_system, instance["AffectedElement"]);
        Assert.Equal(s_service, instance["AffectingElement"]);
        Assert.Equal(new object[] { (ushort)5 }, instance["ElementEffects"]);
        Assert.Equal(priority, instance["AssignedSequence"]);
    }

    [Fact]
    [Clause("T27-1", "T27-2", "T27-3")]
    public void The_profile_registers_by_its_name_without_the_word_Profile()
    {
        var instance = ElementMap.ToInstance(
            RegisteredProfile.OfDmtf("VSM:p", RegisteredProfile.VirtualSystemMigrationName, RegisteredProfile.VirtualSystemMigrationVersion));

        Assert.Equal((ushort)2, instance["RegisteredOrganization"]);
        Assert.Equal("Virtual System Migration", instance["RegisteredName"]);
        Assert.Equal("1.0.0", instance["RegisteredVersion"]);
        Assert.Equal(new object[] { (ushort)2 }, instance["AdvertiseTypes"]);
        Assert.Equal((ushort)2, instance["SpecificationType"]);
        Assert.Equal("VSM:p", instance["InstanceID"]);
    }

    [Fact]
    [Clause("7.4.1-2", "7.4.1-3", "7.4.1-4")]
    public void Default_settings_are_an_independent_point_and_say_so()
    {
        var instance = ElementMap.ToInstance(SettingsDefineCapabilities.Default(s_capabilities, s_settings));

        Assert.Equal(s_capabilities, instance["GroupComponent"]);
        Assert.Equal(s_settings, instance["PartComponent"]);
        Assert.Equal((ushort)0, instance["PropertyPolicy"]);
        Assert.Equal((ushort)0, instance["ValueRole"]);
        Assert.Equal((ushort)0, instance["ValueRange"]);
    }

    [Theory]
    [InlineData(PropertyPolicy.Independent, ValueRange.Point, 0, 0)]
    [InlineData(PropertyPolicy.Correlated, ValueRange.Minimums, 1, 1)]
    [InlineData(PropertyPolicy.Correlated, ValueRange.Maximums, 1, 2)]
    [InlineData(PropertyPolicy.Independent, ValueRange.Increments, 0, 3)]
    [Clause("7.4.2-5")]
    public void Admissible_settings_are_supported_ones(PropertyPolicy policy, ValueRange range, ushort policyNumber, ushort rangeNumber)
    {
        var instance = ElementMap.ToInstance(SettingsDefineCapabilities.Supported(s_capabilities, s_settings, policy, range));

        Assert.Equal(policyNumber, instance["PropertyPolicy"]);
        Assert.Equal((ushort)3, instance["ValueRole"]);
        Assert.Equal(rangeNumber, instance["ValueRange"]);
    }

    [Fact]
    [Clause("T32-1")]
    public void Settings_as_a_parameter_have_no_InstanceID_unless_they_are_given_one() =>
        Assert.Null(ElementMap.ToInstance(new MigrationSetting())["InstanceID"]);

    [Fact]
    public void A_job_is_kept_for_five_minutes_where_nobody_says_otherwise() =>
        Assert.Equal(CimDateTime.Parse("00000000000500.000000:000"), CimDateTime.Of(ConcreteJob.DefaultTimeBeforeRemoval));

    [Theory]
    [InlineData(typeof(ReturnValueType), nameof(ReturnValueType.UInt32), 9)]
    [InlineData(typeof(PerceivedSeverity), nameof(PerceivedSeverity.Information), 2)]
    [InlineData(typeof(EnabledState), nameof(EnabledState.Quiesce), 9)]
    [InlineData(typeof(RequestedState), nameof(RequestedState.Reset), 11)]
    [InlineData(typeof(OperationalStatus), nameof(OperationalStatus.Completed), 17)]
    [InlineData(typeof(HealthState), nameof(HealthState.OK), 5)]
    [InlineData(typeof(ProbableCause), nameof(ProbableCause.Timeout), 111)]
    [InlineData(typeof(ErrorSourceFormat), nameof(ErrorSourceFormat.CIMObjectPath), 2)]
    [InlineData(typeof(JobElementEffect), nameof(JobElementEffect.Create), 5)]
    public void Enumerations_carry_the_schema_s_numbers(Type type, string name, int number) =>
        Assert.Equal(number, (int)Enum.Parse(type, name));
}
