using System;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;
using static VsMigration.Tests.Service.Facts;

namespace VsMigration.Tests.Service;

/// <summary>The rules look at what the virtual system is to be, and not at what it was.</summary>
public sealed class DefinitionRulesTests
{
    public static TheoryData<string> Visible { get; } = new("memory", "processors", "adapter", "disk");

    [Theory]
    [MemberData(nameof(Visible))]
    public void What_the_guest_would_see_change_is_found_while_the_instance_moves_and_says_how_it_can_be(string what)
    {
        var change = What(what);
        foreach (var type in new[] { MigrationType.Live, MigrationType.Resume })
        {
            var finding = Assert.Single(MigrationPlanner.Check(Changed(change).With(VirtualSystemState.Active, type)));
            Assert.Equal(("SVPC8040", ErrorSeverity.Error, "3"), (finding.MessageId, finding.Severity, finding.MessageArguments[2]));
            Assert.Contains("Restart", finding.RecommendedAction, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Restart", Assert.Single(MigrationPlanner.Check(Changed(change).With(VirtualSystemState.Paused))).RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(MigrationPlanner.Check(Changed(change).With(VirtualSystemState.Active, MigrationType.Restart)));
        Assert.Empty(MigrationPlanner.Check(Changed(change).With(VirtualSystemState.Defined)));
    }

    [Fact]
    public void Name_network_and_path_change_with_every_type()
    {
        var change = new DefinitionChange
        {
            Name = "shop",
            Notes = new[] { "moved" },
            Resources = new ResourceChange[] { new AdapterChange { Mac = "52:54:00:00:00:01" }, new DiskChange { Target = "vda", Path = "/pool/web01.raw" } },
        };

        Assert.Empty(MigrationPlanner.Check(Changed(change)));
    }

    [Fact]
    public void An_adapter_that_the_emulator_serves_itself_stays_so_while_the_instance_moves()
    {
        var change = new DefinitionChange { Resources = new[] { new AdapterChange { Mac = "52:54:00:00:00:0a" } } };
        var user = Changed(change).WithSource(source => source with { Adapters = new[] { new AdapterFacts { Mac = "52:54:00:00:00:0A" } } });

        Assert.Equal("SVPC8040", Assert.Single(MigrationPlanner.Check(user)).MessageId);
        Assert.Empty(MigrationPlanner.Check(user.With(VirtualSystemState.Defined)));
    }

    [Fact]
    public void The_new_amount_of_memory_must_be_free()
    {
        var small = Changed(What("memory")).With(VirtualSystemState.Active, MigrationType.Restart).WithDestination(destination => destination with { FreeMemory = 3 * GiB });

        var finding = Assert.Single(MigrationPlanner.Check(small));

        Assert.Equal("SVPC8030", finding.MessageId);
        Assert.Contains("4096 MiB needed", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_processors_than_the_machine_type_has()
    {
        var few = Changed(What("processors")).With(VirtualSystemState.Defined).WithDestination(destination => destination with { MaximumProcessorCount = 3 });

        Assert.Equal("SVPC8030", Assert.Single(MigrationPlanner.Check(few)).MessageId);
        Assert.Empty(MigrationPlanner.Check(few.WithDestination(destination => destination with { MaximumProcessorCount = 4 })));
    }

    [Fact]
    public void It_is_the_new_name_that_must_not_be_taken()
    {
        var taken = Changed(new DefinitionChange { Name = "shop" }).WithDestination(destination => destination with { SameName = new VirtualSystem { Name = "shop", Id = "id-2" } });

        var finding = Assert.Single(MigrationPlanner.Check(taken));

        Assert.Equal("SVPC8021", finding.MessageId);
        Assert.Contains("shop", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_the_new_path_that_a_disk_is_copied_to()
    {
        var moved = Changed(new DefinitionChange { Resources = new[] { new DiskChange { Target = "vda", Path = "/pool/web01.raw" } } })
            .WithDisk(Disk, Place with { Path = "/pool/web01.raw", CanBeCreated = false });

        Assert.Contains("/pool/web01.raw", Assert.Single(MigrationPlanner.Check(moved)).Message, StringComparison.Ordinal);
        Assert.Empty(MigrationPlanner.Check(moved.WithDestination(destination => destination with { Disks = new[] { Place with { Path = "/pool/web01.raw", Exists = true, IsSame = true } } })));
    }

    [Fact]
    public void A_disk_that_comes_new_is_there_and_is_nobody_elses()
    {
        var added = Changed(What("disk")).With(VirtualSystemState.Defined);
        MigrationError[] Find(DiskPlacement place) => MigrationPlanner.Check(added.WithDestination(destination => destination with { NewDisks = new[] { place } })).ToArray();

        Assert.Equal("SVPC0101", Assert.Single(Find(new DiskPlacement { Path = "/pool/new", Exists = false, CanBeCreated = true })).MessageId);
        Assert.Contains("db01", Assert.Single(Find(new DiskPlacement { Path = "/pool/new", Exists = true, UsedBy = "db01" })).Message, StringComparison.Ordinal);
        Assert.Equal(ErrorSeverity.Warning, Assert.Single(Find(new DiskPlacement { Path = "/pool/new" })).Severity);
        Assert.Empty(Find(new DiskPlacement { Path = "/pool/new", Exists = true }));
    }

    private static MigrationContext Changed(DefinitionChange change) => Context with { Order = Context.Order with { Change = change } };

    private static DefinitionChange What(string what) => new()
    {
        Resources = new ResourceChange[]
        {
            what switch
            {
                "memory" => new MemoryChange { Index = 3, Bytes = 4 * GiB },
                "processors" => new ProcessorChange { Index = 3, Count = 4 },
                "adapter" => new AdapterChange { Index = 3, Mac = "52:54:00:00:00:09", IsNew = true },
                _ => new DiskChange { Index = 3, Target = "vdb", Path = "/pool/new", IsNew = true },
            },
        },
    };
}
