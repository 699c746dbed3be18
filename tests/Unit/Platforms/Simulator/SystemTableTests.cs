using System;
using System.Linq;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SystemTableTests
{
    private static readonly SimulatedHost s_host = new()
    {
        Name = "a",
        Systems = Enumerable.Range(0, 10_000).Select(number => new SimulatedSystem { Id = "id-" + number, Name = "vm" + number }).ToArray(),
    };

    [Fact]
    public void One_of_many_is_found_whatever_the_case_of_its_identifier()
    {
        Assert.Equal("vm0", s_host.System("id-0")!.Name);
        Assert.Equal("vm9999", s_host.System("ID-9999")!.Name);
        Assert.Null(s_host.System("id-10000"));
    }

    [Fact]
    public void Looking_for_one_does_not_look_at_the_others()
    {
        var counting = new CountingList(s_host.Systems);
        var table = new SystemTable(counting);
        table.Find("id-0");
        int prepared = counting.Reads;

        for (int number = 0; number < 1000; number++)
        {
            Assert.NotNull(table.Find("id-" + number));
            _ = table.FirstDown;
        }

        Assert.InRange(counting.Reads, prepared, prepared + s_host.Systems.Count);
    }

    [Fact]
    public void A_changed_host_finds_what_it_has_now()
    {
        Assert.NotNull(s_host.System("id-1"));
        var other = s_host with { Systems = new[] { new SimulatedSystem { Id = "id-1", Name = "new" } } };

        Assert.Equal("new", other.System("id-1")!.Name);
        Assert.Null(other.System("id-2"));
        Assert.Equal("vm1", (s_host with { Name = "b" }).System("id-1")!.Name);
    }

    [Fact]
    public void Time_goes_by_where_somebody_was_asked_to_shut_down()
    {
        var asked = DateTimeOffset.UnixEpoch.AddSeconds(3);
        var host = s_host with { Systems = s_host.Systems.Append(new SimulatedSystem { Id = "x", State = VirtualSystemState.Active, GoesDownAt = asked }).ToArray() };

        Assert.False(host.IsDue(asked.AddTicks(-1)));
        Assert.True(host.IsDue(asked));
        Assert.False(s_host.IsDue(asked));
    }

    private sealed class CountingList(System.Collections.Generic.IReadOnlyList<SimulatedSystem> systems) : System.Collections.Generic.IReadOnlyList<SimulatedSystem>
    {
        public int Reads { get; private set; }

        public int Count => systems.Count;

        public SimulatedSystem this[int index]
        {
            get
            {
                Reads++;
                return systems[index];
            }
        }

        public System.Collections.Generic.IEnumerator<SimulatedSystem> GetEnumerator()
        {
            for (int index = 0; index < systems.Count; index++)
            {
                yield return this[index];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
