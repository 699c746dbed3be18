using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>What scripts are told of what happens to migrations.</summary>
public sealed class EventTests : CmdletTest
{
    private const string UntilSeen = "for ($i = 0; $i -lt 2000 -and $seen -notcontains 'Completed'; $i++) { [System.Threading.Thread]::Sleep(5) }";

    private readonly ConcurrentQueue<string> _seen = new();

    public EventTests() => Module.Define("seen", _seen);

    [Fact]
    public void Wait_writes_everything_that_happens_to_a_job_in_order_and_ends_with_it()
    {
        var events = Module.Must("Start-VSMigration web01 sim-b -Session $source | Register-VSMigrationEvent -Wait");
        var numbers = events.Select(told => told.Get<long>("SequenceNumber")).ToList();

        Assert.Equal("JobCreate", events[0].Text("EventType"));
        Assert.Equal("Completed", events[^1].Text("JobState"));
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(
            ["New", "Starting", "Running", "Completed"],
            events.Where(told => told.Text("EventType") != "MethodCall").Texts("JobState").Aggregate(Enumerable.Empty<string>(), (states, next) => states.LastOrDefault() == next ? states : states.Append(next)));
    }

    [Fact]
    public void Changes_of_state_only_leave_progress_out()
    {
        var events = Module.Must("Start-VSMigration web01 sim-b -Session $source | Register-VSMigrationEvent -Wait -StateOnly -EventType JobChange");

        Assert.Equal(["New to Starting", "Starting to Running", "Running to Completed"], events.Select(told => told.Text("PreviousJobState") + " to " + told.Text("JobState")));
    }

    [Fact]
    public void Every_event_is_an_indication_of_the_profile_too()
    {
        var events = Module.Must(
            "$null = Register-VSMigrationEvent -Action { if ($EventArgs.Indication) { $seen.Enqueue($EventArgs.Indication.GetType().Name) } }; "
            + "Start-VSMigration web01 sim-b -Session $source | Register-VSMigrationEvent -Wait -StateOnly; "
            + "Get-VSMigrationJob | Remove-VSMigrationJob; "
            + "for ($i = 0; $i -lt 2000 -and $seen -notcontains 'InstDeletion'; $i++) { [System.Threading.Thread]::Sleep(5) }");

        Assert.Equal(["InstCreation", "InstDeletion", "InstMethodCall", "InstModification"], _seen.Distinct().Order(System.StringComparer.Ordinal));
        Assert.All(events, told => Assert.Equal("sim-a", told.Text("Indication.SourceInstanceHost")));
        Assert.All(events, told => Assert.Equal(told.Text("Event.IndicationIdentifier"), told.Text("Indication.IndicationIdentifier")));
    }

    [Fact]
    public void A_method_call_is_told_before_and_after()
    {
        Module.Must(
            "$null = Register-VSMigrationEvent -EventType CIM_InstMethodCall -Action { $seen.Enqueue($EventArgs.Text) }; "
            + "$null = Test-VSMigration web01 sim-b -Session $source; "
            + "for ($i = 0; $i -lt 2000 -and $seen.Count -lt 2; $i++) { [System.Threading.Thread]::Sleep(5) }");

        Assert.Equal(["CheckVirtualSystemIsMigratableToHost called", "CheckVirtualSystemIsMigratableToHost: migratable"], _seen);
    }

    [Fact]
    public void An_action_is_run_for_each_event_in_order()
    {
        Module.Must(
            "$null = Register-VSMigrationEvent -StateOnly -EventType JobChange -MessageData 'data' -Action { "
            + "$seen.Enqueue(\"$($EventArgs.JobState)\"); $seen.Enqueue($Event.MessageData) }; "
            + "$null = Start-VSMigration web01 sim-b -Session $source; " + UntilSeen);

        Assert.Equal(["Starting", "data", "Running", "data", "Completed"], _seen.Take(5));
    }

    [Fact]
    public void An_action_ends_after_as_many_events_as_was_said_and_when_its_job_is_removed()
    {
        Module.Must(
            "$null = Register-VSMigrationEvent -StateOnly -EventType JobChange -MaxTriggerCount 1 -Action { $seen.Enqueue('once') }; "
            + "$ended = Register-VSMigrationEvent -Action { $seen.Enqueue('never') }; $ended | Remove-Job -Force; "
            + "$null = Register-VSMigrationEvent -StateOnly -EventType JobChange -Action { $seen.Enqueue(\"$($EventArgs.JobState)\") }; "
            + "$null = Start-VSMigration web01 sim-b -Session $source; " + UntilSeen);

        Assert.Single(_seen, text => text == "once");
        Assert.DoesNotContain("never", _seen);
    }

    [Fact]
    public async Task Actions_are_run_while_a_command_waits_for_its_migration()
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        Module.Must("$null = Register-VSMigrationEvent -StateOnly -Action { $seen.Enqueue(\"$($EventArgs.JobState)\") }");

        var state = await Module.InterruptAsync("Start-VSMigration db01 sim-b -Session $real -Bandwidth 100 -Wait", () => _seen.Contains("Running"));

        Assert.Equal(PSInvocationState.Stopped, state);
        Assert.DoesNotContain("Completed", _seen);
        Assert.Equal("Terminated", Module.One("Get-VSMigrationJob").Text("JobState"));
    }

    [Fact]
    public async Task An_action_that_takes_for_ever_holds_no_migration_up()
    {
        using var gate = new ManualResetEventSlim();
        Module.Define("gate", gate);
        var script = Task.Run(() => Module.Must(
            "$null = Register-VSMigrationEvent -Action { $gate.Wait(); $seen.Enqueue(\"$($EventArgs.JobState)\") }; "
            + "$null = Start-VSMigration web01 sim-b -Session $source; " + UntilSeen));

        await Eventually.HoldsAsync("the end of the migration", () => Jobs.Any(job => job.IsFinished));
        Assert.DoesNotContain("Completed", _seen);
        gate.Set();
        await script;

        Assert.Contains("Completed", _seen);
    }

    [Fact]
    public void Without_an_action_events_are_queued_by_name()
    {
        Module.Must("Register-VSMigrationEvent -SourceIdentifier moves -StateOnly -EventType JobChange; $null = Start-VSMigration web01 sim-b -Session $source -Wait");

        var told = Module.Must(
            "for ($i = 0; $i -lt 2000 -and $ExecutionContext.Events.ReceivedEvents.Count -lt 3; $i++) { [System.Threading.Thread]::Sleep(5) }; $ExecutionContext.Events.ReceivedEvents");
        Assert.Equal(["Starting", "Running", "Completed"], told.Texts("SourceEventArgs.JobState"));
        Assert.All(told.Texts("SourceIdentifier"), name => Assert.Equal("moves", name));
    }

    [Fact]
    public void A_name_that_a_subscription_has_already_is_an_error()
    {
        Module.Must("Register-VSMigrationEvent -SourceIdentifier moves");

        AssertError(Module.Fail("Register-VSMigrationEvent -SourceIdentifier moves"), "ParameterInvalid", ErrorCategory.InvalidArgument);
    }

    [Theory]
    [InlineData("Get-VSMigrationJob nope* | Register-VSMigrationEvent -Wait")]
    [InlineData("Start-VSMigration web01 sim-b -Session $source -Wait | Register-VSMigrationEvent -Wait -EventType JobDelete")]
    [InlineData("Register-VSMigrationEvent -Wait -TimeoutSec 1")]
    [InlineData("Register-VSMigrationEvent -Wait -TimeoutSec 1 -JobId ($job = Start-VSMigration db01 sim-b -Session $real -Bandwidth 100).Id -EventType JobDelete")]
    public void Waiting_ends_where_there_is_nothing_to_wait_for(string script)
    {
        Module.Define("real", Module.World("sim-a", realTime: true));

        Assert.Empty(Module.Must(script));
    }

    [Fact]
    public void The_number_of_events_ends_it() =>
        Assert.Equal(2, Module.Must("Start-VSMigration web01 sim-b -Session $source | Register-VSMigrationEvent -Wait -First 2").Count);

    [Fact]
    public void Events_of_one_session_are_not_those_of_another()
    {
        Module.Must("$other = New-VSMigrationSession $world other");
        var events = Module.Must(
            "Start-VSMigration web01 sim-b -Session $source | Register-VSMigrationEvent -Wait -Session $other; "
            + "Start-VSMigration cache01 sim-b -Session $other | Register-VSMigrationEvent -Wait -Session other -EventType JobCreate");

        Assert.Equal(["cache01"], events.Texts("Job.VirtualSystem.Name"));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_waiting_and_leaves_the_migration_at_work()
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        var state = await Module.InterruptAsync(
            "Start-VSMigration db01 sim-b -Session $real -Bandwidth 100 | Register-VSMigrationEvent -Wait", () => Jobs.Any(job => job.BytesTransferred > 0));

        Assert.Equal(PSInvocationState.Stopped, state);
        Assert.Equal("Running", Module.One("Get-VSMigrationJob").Text("JobState"));
    }

    [Fact]
    public void A_job_that_is_not_there_is_an_error() =>
        AssertError(Module.Fail("Register-VSMigrationEvent -Wait -JobId 2147483647"), "JobNotFound", ErrorCategory.ObjectNotFound);

    private static MigrationJob[] Jobs => ModuleState.Registry.GetJobs((_, _) => { }).ToArray();
}
