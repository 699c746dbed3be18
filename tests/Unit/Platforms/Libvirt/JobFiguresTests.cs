using System;
using System.Collections.Generic;
using CsCheck;
using VsMigration.Platforms.Libvirt;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class JobFiguresTests
{
    private static readonly Dictionary<string, object> s_running = new(StringComparer.Ordinal)
    {
        ["memory_total"] = 100UL,
        ["memory_remaining"] = 30UL,
        ["memory_processed"] = 80UL,
        ["memory_bps"] = 7UL,
        ["memory_dirty_rate"] = 2UL,
        ["memory_page_size"] = 4096UL,
        ["memory_iteration"] = 3UL,
        ["disk_total"] = 100UL,
        ["disk_remaining"] = 20UL,
        ["disk_processed"] = 90UL,
        ["disk_bps"] = 5UL,
        ["downtime"] = 300UL,
        ["operation"] = 5,
    };

    [Fact]
    public void Memory_and_disks_count_together() =>
        Assert.Equal(
            new MigrationProgress
            {
                PercentComplete = 75,
                BytesTransferred = 170,
                BytesRemaining = 50,
                BytesTotal = 200,
                BytesPerSecond = 12,
                DirtyBytesPerSecond = 8192,
                Iterations = 3,
                ExpectedDowntime = TimeSpan.FromMilliseconds(300),
            },
            JobFigures.Running(s_running));

    [Fact]
    public void Downtime_is_expected_while_it_runs_and_known_at_the_end()
    {
        var completed = JobFigures.Completed(s_running);

        Assert.Equal((100, 0UL, TimeSpan.FromMilliseconds(300)), (completed.PercentComplete, completed.BytesRemaining, completed.Downtime));
        Assert.Null(completed.ExpectedDowntime);
    }

    [Fact]
    public void A_job_that_has_only_begun_has_no_figures() =>
        Assert.Equal(MigrationProgress.None, JobFigures.Running(new Dictionary<string, object>(StringComparer.Ordinal)));

    [Fact]
    public void Percent_is_0_to_99_whatever_libvirt_counts() => Gen.Select(Gen.ULong[0, 1UL << 50], Gen.ULong[0, 1UL << 50]).Sample((total, remaining) =>
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal) { ["memory_total"] = total, ["memory_remaining"] = remaining };
        Assert.InRange(JobFigures.Running(figures).PercentComplete, 0, 99);
    });

    [Fact]
    public unsafe void Parameters_have_libvirts_layout()
    {
        Assert.Equal(96, sizeof(VirTypedParameter));
        using var parameters = new TypedParameters();
        parameters.Add("migrate_uri", "tcp://münchen");
        parameters.Add(new string('n', 79), ulong.MaxValue);
        var array = parameters.ToArray();
        fixed (VirTypedParameter* first = array)
        {
            var read = TypedParameters.Read(first, array.Length);
            Assert.Equal("tcp://münchen", read["migrate_uri"]);
            Assert.Equal(ulong.MaxValue, read[new string('n', 79)]);
            Assert.Equal(7, *(int*)((byte*)first + 80));
            Assert.Equal(0, *((byte*)first + 11));
        }
    }
}
