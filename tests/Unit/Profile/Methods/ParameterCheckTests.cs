using System;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Profile;
using VsMigration.Profile.Methods;
using VsMigration.Profile.Schema;
using Xunit;

namespace VsMigration.Tests.Profile.Methods;

public sealed class ParameterCheckTests
{
    private static readonly CimMethodDeclaration s_method = ProfileSchema.Find("CIM_VirtualSystemMigrationService")!.Method("MigrateVirtualSystemToHost")!;
    private static readonly CimProperty s_system = Reference("ComputerSystem", "CIM_ComputerSystem");
    private static readonly CimProperty s_host = new("DestinationHost", CimType.String, "b");

    [Fact]
    public void Takes_what_the_method_declares_and_leaves_out_what_is_NULL()
    {
        var taken = ParameterCheck.Check(s_method, new[]
        {
            Reference("computersystem", "VSM_ComputerSystem"),
            s_host,
            Instance("MigrationSettingData", "VSM_VirtualSystemMigrationSettingData"),
            new CimProperty("NewSystemSettingData", CimType.Instance, null),
            new CimProperty("NewResourceSettingData", CimType.Instance, new[] { new CimInstance("CIM_ResourceAllocationSettingData", Array.Empty<CimProperty>()) }, isArray: true),
        });
        Assert.Equal(
            new[] { "ComputerSystem", "DestinationHost", "MigrationSettingData", "NewResourceSettingData" },
            taken.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Clause("T2-1")]
    public void A_parameter_that_is_required_must_be_there() => Fails("ComputerSystem", 0, "NULL", s_host);

    [Fact]
    public void NULL_is_as_good_as_left_out() => Fails("DestinationHost", 0, "NULL", s_system, new CimProperty("DestinationHost", CimType.String, null));

    [Fact]
    public void An_unknown_parameter_is_refused() => Fails("Destination", 0, "no input parameter of this method", s_system, s_host, new CimProperty("Destination", CimType.String, "b"));

    [Fact]
    public void An_output_parameter_cannot_be_given() => Fails("Job", 0, "no input parameter of this method", s_system, s_host, Reference("Job", "CIM_ConcreteJob"));

    [Fact]
    public void A_parameter_cannot_be_given_twice() => Fails("DestinationHost", 0, "given more than once", s_system, s_host, s_host);

    [Fact]
    public void A_value_of_another_type_is_refused() => Fails("DestinationHost", 0, "of another type", s_system, new CimProperty("DestinationHost", CimType.UInt16, 7));

    [Fact]
    public void An_array_is_no_value() => Fails("DestinationHost", 0, "an array", s_system, new CimProperty("DestinationHost", CimType.String, new[] { "b" }, isArray: true));

    [Fact]
    public void A_value_is_no_array() => Fails("NewResourceSettingData", 0, "no array", s_system, s_host, Instance("NewResourceSettingData", "CIM_ResourceAllocationSettingData"));

    [Fact]
    public void A_reference_must_lead_to_the_class_or_a_subclass() => Fails("ComputerSystem", 0, "of the class VSM_MigrationJob", Reference("ComputerSystem", "VSM_MigrationJob"), s_host);

    [Fact]
    [Clause("T2-3")]
    public void An_embedded_instance_must_be_of_the_class_or_a_subclass() =>
        Fails("MigrationSettingData", 0, "of the class CIM_VirtualSystemSettingData", s_system, s_host, Instance("MigrationSettingData", "CIM_VirtualSystemSettingData"));

    [Fact]
    [Clause("T2-5")]
    public void The_element_that_is_wrong_is_named_by_its_index() => Fails(
        "NewResourceSettingData", 1, "of the class CIM_ConcreteJob", s_system, s_host,
        new CimProperty(
            "NewResourceSettingData",
            CimType.Instance,
            new[] { "CIM_ResourceAllocationSettingData", "CIM_ConcreteJob" }.Select(name => new CimInstance(name, Array.Empty<CimProperty>())).ToArray(),
            isArray: true));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var refused = Assert.Throws<MigrationException>(() => ParameterCheck.Check(s_method, new[] { new CimProperty("X", CimType.String, "x") }));
        Assert.Equal(new[] { "X", "ComputerSystem", "DestinationHost" }, refused.Errors.Select(error => error.MessageArguments[1]));
    }

    private static void Fails(string parameter, int index, string error, params CimProperty[] given)
    {
        var refused = Assert.Throws<MigrationException>(() => ParameterCheck.Check(s_method, given));
        var only = Assert.Single(refused.Errors);
        Assert.Equal(MigrationErrorKind.ParameterInvalid, refused.Kind);
        Assert.Equal("SVPC8040", only.MessageId);
        Assert.Equal(new[] { "MigrateVirtualSystemToHost", parameter, $"{index}", error }, only.MessageArguments.Take(4));
    }

    private static CimProperty Reference(string name, string className) =>
        new(name, CimType.Reference, new CimObjectPath(className, new[] { new CimProperty("Name", CimType.String, "x") }));

    private static CimProperty Instance(string name, string className) =>
        new(name, CimType.Instance, new CimInstance(className, Array.Empty<CimProperty>()));
}
