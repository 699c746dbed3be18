using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Jobs;

public sealed class JobJournalTests : IDisposable
{
    private static readonly Gen<string> s_text = Gen.String[Gen.Char[' ', '~'], 0, 20];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_reads_back_as_it_was_written() =>
        Records().Sample(record =>
        {
            var read = JobRecordXml.FromXml(JobRecordXml.ToXml(record));
            Assert.Equal(record.Steps, read.Steps);
            Assert.Equal(record with { Steps = read.Steps, Subject = read.Subject }, read);
            Assert.Equal(record.Subject.VirtualSystem.Name, read.Subject.VirtualSystem.Name);
            Assert.Equal(record.Subject.DestinationUri, read.Subject.DestinationUri);
            Assert.Equal(record.Subject.MigrationType, read.Subject.MigrationType);
        });

    [Fact]
    public void A_record_of_a_process_that_has_ended_is_shown_as_interrupted_with_what_was_done_and_what_to_do()
    {
        var journal = new JobJournal(_folder.Path);
        journal.Write(Record(owner: RecordOwner.Current with { ProcessId = int.MaxValue })
            .With(MigrationStepName.PrepareStorage, StepOutcome.Done)
            .With(MigrationStepName.Transfer, StepOutcome.Begun));

        using var runner = new JobRunner(journal);
        var job = Assert.Single(runner.GetJobs(Fail));

        Assert.Equal(JobState.Interrupted, job.JobState);
        Assert.Equal(MigrationStepName.Transfer, job.CurrentStep);
        Assert.Contains("PrepareStorage (done), Transfer (begun)", job.JobStatus, StringComparison.Ordinal);
        var error = Assert.Single(job.Errors);
        Assert.Equal("VSM0005", error.MessageId);
        Assert.Contains(Directory.GetFiles(_folder.Path).Single(), error.RecommendedAction, StringComparison.Ordinal);
        Assert.Same(job, Assert.Single(runner.GetJobs(Fail)));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_process_of_the_same_number_that_started_at_another_time_is_another_process()
    {
        var journal = new JobJournal(_folder.Path);
        journal.Write(Record(owner: RecordOwner.Current with { Started = RecordOwner.Current.Started.AddHours(-1) }));

        Assert.Equal(JobState.Interrupted, Assert.Single(JobsOf(journal)).JobState);
    }

    [Fact]
    public void A_record_of_a_process_on_another_machine_is_left_alone()
    {
        var journal = new JobJournal(_folder.Path);
        journal.Write(Record(owner: RecordOwner.Current with { Machine = "elsewhere" }) with { State = JobState.Running });

        Assert.Equal(JobState.Running, Assert.Single(JobsOf(journal)).JobState);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<MigrationJob")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'boom'>]><MigrationJob Version='1'>&e;</MigrationJob>")]
    [InlineData("<MigrationJob Version='2'/>")]
    [InlineData("<Hosts/>")]
    public void A_file_that_is_no_record_is_named_and_the_others_are_read(string content)
    {
        var journal = new JobJournal(_folder.Path);
        journal.Write(Record(owner: RecordOwner.Current with { ProcessId = int.MaxValue }));
        string broken = _folder.File("broken.job.xml");
        File.WriteAllText(broken, content);

        var unreadable = new List<string>();
        using var runner = new JobRunner(journal);
        Assert.Single(runner.GetJobs((path, _) => unreadable.Add(path)));
        Assert.Equal(new[] { broken }, unreadable);
    }

    [Fact]
    public async Task Writing_again_and_again_while_others_read_never_shows_half_a_record()
    {
        var journal = new JobJournal(_folder.Path);
        var record = Record(owner: RecordOwner.Current with { ProcessId = int.MaxValue });
        journal.Write(record);
        var writing = Task.Run(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                journal.Write(record.With((MigrationStepName)(i % 12), StepOutcome.Done));
            }
        });
        while (!writing.IsCompleted)
        {
            Assert.Single(journal.ReadAll(Fail));
        }

        await writing;
    }

    private static IReadOnlyList<MigrationJob> JobsOf(JobJournal journal)
    {
        using var runner = new JobRunner(journal);
        return runner.GetJobs(Fail);
    }

    private static void Fail(string path, Exception e) => Assert.Fail(path + ": " + e);

    private static JobRecord Record(RecordOwner owner) => new()
    {
        InstanceId = "VSM:" + Guid.NewGuid(),
        Submitted = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Owner = owner,
        Subject = new JobSubject
        {
            VirtualSystem = new VirtualSystem { Name = "web01", Id = "id-1", State = VirtualSystemState.Active },
            SourceHost = "a",
            DestinationHost = "b",
            MigrationType = MigrationType.Live,
            TransportType = TransportType.TCP,
        },
    };

    private static Gen<JobRecord> Records() =>
        from names in Gen.Select(s_text, s_text, s_text, s_text)
        from steps in Gen.Select(Gen.Enum<MigrationStepName>(), Gen.Enum<StepOutcome>()).List[0, 5]
        from type in Gen.Enum<MigrationType>()
        select steps.Aggregate(
            Record(RecordOwner.Current) with
            {
                Subject = new JobSubject
                {
                    VirtualSystem = new VirtualSystem { Name = names.Item1, Id = names.Item2, State = VirtualSystemState.Paused },
                    SourceHost = names.Item3,
                    DestinationUri = names.Item4,
                    MigrationType = type,
                },
            },
            (record, step) => record.With(step.Item1, step.Item2));
}
