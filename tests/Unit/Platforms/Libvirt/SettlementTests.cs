using VsMigration.Platforms.Libvirt;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

/// <summary>No guest is lost or doubled: what two hosts show, and what it means.</summary>
public sealed class SettlementTests
{
    private static readonly HostView s_nothing = HostView.Nothing;
    private static readonly HostView s_running = View(DomainState.Running);
    private static readonly HostView s_paused = View(DomainState.Paused);
    private static readonly HostView s_off = View(DomainState.ShutOff);
    private static readonly HostView s_arriving = View(DomainState.Paused, PausedReason.Migration, isBusy: true);
    private static readonly HostView s_torn = View(DomainState.Paused, PausedReason.PostCopyFailed);

    [Fact]
    public void It_stayed() => Judges(TransferOutcome.Stayed, s_running, s_nothing);

    [Fact]
    public void It_stayed_paused() => Judges(TransferOutcome.Stayed, s_paused, s_nothing);

    [Fact]
    public void It_stayed_and_a_definition_was_left() => Judges(TransferOutcome.Stayed, s_running, s_off);

    [Fact]
    public void It_stayed_and_something_that_never_ran_was_left() => Judges(TransferOutcome.Stayed, s_running, s_paused);

    [Fact]
    public void It_arrived() => Judges(TransferOutcome.Arrived, s_nothing, s_running);

    [Fact]
    public void It_arrived_and_the_definition_remained() => Judges(TransferOutcome.Arrived, s_off, s_running);

    [Fact]
    public void It_arrived_and_its_older_self_remained() => Judges(TransferOutcome.ArrivedWithRemnant, s_paused, s_running);

    [Fact]
    public void Of_two_that_never_ran_on_the_source_keeps_its_own() =>
        Assert.Equal(TransferOutcome.Stayed, Settlement.Judge(s_paused, s_paused, VirtualSystemState.Paused));

    [Fact]
    public void It_was_lost() => Judges(TransferOutcome.Lost, s_off, s_nothing);

    [Fact]
    public void It_is_torn_whatever_the_other_host_shows()
    {
        Judges(TransferOutcome.Torn, s_torn, s_running);
        Judges(TransferOutcome.Torn, s_paused, View(DomainState.Running, RunningReason.PostCopyFailed));
        Judges(TransferOutcome.Torn, s_torn, null);
    }

    [Fact]
    public void Nothing_is_said_while_it_moves()
    {
        Judges(null, View(DomainState.Running, isBusy: true), s_arriving);
        Judges(null, s_running, s_arriving);
        Judges(null, s_nothing, s_arriving);
    }

    [Fact]
    public void A_source_that_does_not_answer_may_still_run_it() => Judges(null, null, s_nothing);

    [Fact]
    public void A_destination_that_does_not_answer_has_not_got_what_runs_at_the_source()
    {
        Judges(TransferOutcome.Stayed, s_running, null);
        Judges(null, s_paused, null);
        Judges(null, s_nothing, null);
    }

    private static HostView View(DomainState state, int reason = 0, bool isBusy = false) => new(Exists: true, state, reason, isBusy);

    private static void Judges(TransferOutcome? expected, HostView? here, HostView? there) =>
        Assert.Equal(expected, Settlement.Judge(here, there, VirtualSystemState.Active));
}
