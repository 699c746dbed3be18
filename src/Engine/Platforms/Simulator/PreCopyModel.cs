using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms.Simulator;

/// <summary>
/// Pre-copy live migration as arithmetic: immutable, without a clock. After Clark et al., "Live Migration of Virtual Machines"
/// (NSDI 2005): round 1 sends all of the memory, each further round what was dirtied during the one before, until the rest is small
/// enough to be sent while the guest stands still.
/// </summary>
/// <remarks>
/// With memory M, bandwidth B, dirty rate D and writable working set W: V(1) = M, T(i) = V(i)/B, V(i+1) = min(W, D·T(i)). The rest
/// fits a downtime of L at once if W ≤ B·L, else after some rounds if D &lt; B, else never, unless the guest is throttled.
/// Pages dirtied ahead of the sweep are counted as if they were dirtied behind it, so V is an upper bound.
/// Throttling is QEMU's auto-converge (migration/ram.c): after two rounds that dirtied more than half of what they sent, 20 %, then 10 % more.
/// </remarks>
public sealed record PreCopyModel
{
    private readonly PreCopyGuest _guest;

    /// <summary>A transfer that has not begun.</summary>
    /// <param name="guest">What is moved.</param>
    /// <param name="settings">What governs it.</param>
    /// <exception cref="ArgumentException">The downtime leaves no time for memory, so that no rest would be small enough.</exception>
    public PreCopyModel(PreCopyGuest guest, PreCopySettings settings)
    {
        if (settings.MaxDowntime <= settings.SwitchOver)
        {
            throw new ArgumentException("MaxDowntime must be longer than SwitchOver.", nameof(settings));
        }

        _guest = guest;
        Settings = settings;
        PendingDisks = guest.Disks;
        PendingInRound = guest.Memory;
        Phase = PendingDisks > 0 ? PreCopyPhase.Disks : PreCopyPhase.PreCopy;
        Round = PendingDisks > 0 ? 0 : 1;
        SwitchOverLeft = settings.SwitchOver.TotalSeconds;
    }

    /// <summary>Where it stands.</summary>
    public PreCopyPhase Phase { get; private init; }

    /// <summary>Passes over the memory begun so far.</summary>
    public int Round { get; private init; }

    /// <summary>Bytes sent so far, repeated pages counted each time.</summary>
    public double Sent { get; private init; }

    /// <summary>The part of its processor time that the guest is held back by, 0 to 1.</summary>
    public double Throttle { get; private init; }

    /// <summary>How long the guest has stood still for the hand-over, seconds.</summary>
    public double Downtime { get; private init; }

    /// <summary>Bytes of disks that have not been sent.</summary>
    public double PendingDisks { get; private init; }

    /// <summary>Bytes of this round that have not been sent.</summary>
    public double PendingInRound { get; private init; }

    /// <summary>Bytes dirtied since this round began.</summary>
    public double Dirtied { get; private init; }

    /// <summary>Bytes that would have to be sent if the guest dirtied no more.</summary>
    public double Remaining => PendingDisks + Math.Min(_guest.Memory, PendingInRound + Dirtied);

    private PreCopySettings Settings { get; init; }

    private double SwitchOverLeft { get; init; }

    private double SentInRound { get; init; }

    private int HighRounds { get; init; }

    private bool PostCopyWanted { get; init; }

    private int Percent { get; init; }

    private double DirtyRate => _guest.DirtyBytesPerSecond * (1 - Throttle);

    /// <summary>All rounds of a guest that is left running, at a constant bandwidth; without an end if it does not converge.</summary>
    /// <param name="guest">What is moved.</param>
    /// <param name="settings">What governs it.</param>
    /// <param name="bytesPerSecond">Bandwidth.</param>
    public static IEnumerable<PreCopyRound> Rounds(PreCopyGuest guest, PreCopySettings settings, double bytesPerSecond)
    {
        var model = new PreCopyModel(guest with { Disks = 0 }, settings);
        while (model.Phase != PreCopyPhase.Completed)
        {
            double seconds = model.SecondsToNextPhase(bytesPerSecond);
            PreCopyModel next = model.Advance(seconds, bytesPerSecond, guestRuns: true);
            yield return new PreCopyRound
            {
                Number = model.Round,
                Bytes = next.Sent - model.Sent,
                Duration = TimeSpan.FromSeconds(seconds),
                Remaining = next.Remaining,
                ExpectedDowntime = next.ExpectedDowntime(bytesPerSecond) ?? TimeSpan.Zero,
                Throttle = model.Throttle,
                IsStopAndCopy = model.Phase == PreCopyPhase.StopAndCopy,
            };
            model = next;
        }
    }

    /// <summary>The transfer after some time.</summary>
    /// <param name="seconds">How much time passes.</param>
    /// <param name="bytesPerSecond">Bandwidth during it; zero = the link stands still.</param>
    /// <param name="guestRuns">Whether the guest dirties memory meanwhile.</param>
    public PreCopyModel Advance(double seconds, double bytesPerSecond, bool guestRuns)
    {
        PreCopyModel model = this;
        while (seconds > 0 && model.Phase != PreCopyPhase.Completed)
        {
            double needed = model.SecondsToNextPhase(bytesPerSecond);
            double step = Math.Min(seconds, needed);
            model = model.Step(step, bytesPerSecond, guestRuns);
            if (needed <= seconds)
            {
                model = model.EndPhase(bytesPerSecond);
            }

            seconds -= step;
        }

        int percent = model.Phase == PreCopyPhase.Completed ? 100 : Math.Min(99, (int)(100 * (1 - (model.Remaining / Total))));
        return model with { Percent = Math.Max(Percent, percent) };
    }

    /// <summary>The same transfer with another limit of the downtime; never less than the hand-over takes.</summary>
    public PreCopyModel WithMaxDowntime(TimeSpan maxDowntime)
    {
        var least = Settings.SwitchOver + TimeSpan.FromMilliseconds(1);
        return this with { Settings = Settings with { MaxDowntime = maxDowntime > least ? maxDowntime : least } };
    }

    /// <summary>The guest runs on at the destination from now on, or, while disks are copied, as soon as those are there.</summary>
    public PreCopyModel SwitchToPostCopy() => Phase switch
    {
        PreCopyPhase.Disks => this with { PostCopyWanted = true },
        PreCopyPhase.PreCopy => this with
        {
            Phase = PreCopyPhase.PostCopy,
            PendingInRound = Math.Min(_guest.Memory, PendingInRound + Dirtied),
            Dirtied = 0,
            Downtime = Downtime + SwitchOverLeft,
        },
        _ => this,
    };

    /// <summary>How long until the round or the phase ends at this bandwidth, if the bandwidth stays; infinite if it is zero.</summary>
    /// <param name="bytesPerSecond">Bandwidth.</param>
    public double SecondsToNextPhase(double bytesPerSecond)
    {
        double pending = Phase == PreCopyPhase.Disks ? PendingDisks : PendingInRound;
        double sending = pending <= 0 ? 0 : pending / bytesPerSecond;
        return Phase == PreCopyPhase.StopAndCopy ? sending + SwitchOverLeft : sending;
    }

    /// <summary>The figures that a platform reports.</summary>
    /// <param name="bytesPerSecond">Bandwidth now.</param>
    /// <param name="guestRuns">Whether the guest runs.</param>
    public MigrationProgress ToProgress(double bytesPerSecond, bool guestRuns) => new()
    {
        PercentComplete = Percent,
        BytesTransferred = (ulong)Sent,
        BytesRemaining = (ulong)Remaining,
        BytesTotal = _guest.Memory + _guest.Disks,
        BytesPerSecond = (ulong)bytesPerSecond,
        DirtyBytesPerSecond = guestRuns && Phase <= PreCopyPhase.PreCopy ? (ulong)DirtyRate : 0,
        Iterations = Round,
        ExpectedDowntime = ExpectedDowntime(bytesPerSecond),
        Downtime = Phase >= PreCopyPhase.PostCopy ? TimeSpan.FromSeconds(Downtime) : null,
    };

    private double Total => Math.Max(1.0, (double)_guest.Memory + _guest.Disks);

    private TimeSpan? ExpectedDowntime(double bytesPerSecond)
    {
        if (Phase != PreCopyPhase.PreCopy && Phase != PreCopyPhase.StopAndCopy)
        {
            return null;
        }

        double seconds = Remaining <= 0 ? SwitchOverLeft : (Remaining / bytesPerSecond) + SwitchOverLeft;
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private PreCopyModel Step(double seconds, double bytesPerSecond, bool guestRuns)
    {
        switch (Phase)
        {
            case PreCopyPhase.Disks:
                double disks = Math.Min(PendingDisks, seconds * bytesPerSecond);
                return this with { PendingDisks = PendingDisks - disks, Sent = Sent + disks };
            case PreCopyPhase.StopAndCopy:
                double last = Math.Min(PendingInRound, seconds * bytesPerSecond);
                double handOver = bytesPerSecond > 0 ? Math.Max(0, seconds - (last / bytesPerSecond)) : 0;
                return this with
                {
                    PendingInRound = PendingInRound - last,
                    Sent = Sent + last,
                    Downtime = Downtime + seconds,
                    SwitchOverLeft = PendingInRound - last <= 0 ? Math.Max(0, SwitchOverLeft - handOver) : SwitchOverLeft,
                };
            default:
                double memory = Math.Min(PendingInRound, seconds * bytesPerSecond);
                double dirtied = guestRuns && Phase == PreCopyPhase.PreCopy ? DirtyRate * seconds : 0;
                return this with
                {
                    PendingInRound = PendingInRound - memory,
                    Sent = Sent + memory,
                    SentInRound = SentInRound + memory,
                    Dirtied = Math.Min(Math.Min(_guest.WritableWorkingSet, _guest.Memory), Dirtied + dirtied),
                };
        }
    }

    // What a division and a multiplication left over is put where it belongs: the phase is over, so all of it was sent.
    private PreCopyModel EndPhase(double bytesPerSecond)
    {
        switch (Phase)
        {
            case PreCopyPhase.Disks:
                var memory = this with { Phase = PreCopyPhase.PreCopy, Round = 1, Sent = Sent + PendingDisks, PendingDisks = 0 };
                return PostCopyWanted ? memory.SwitchToPostCopy() : memory;
            case PreCopyPhase.PreCopy:
                return EndRound(Sent + PendingInRound, SentInRound + PendingInRound, bytesPerSecond);
            default:
                return this with { Phase = PreCopyPhase.Completed, Sent = Sent + PendingInRound, PendingInRound = 0, SwitchOverLeft = 0 };
        }
    }

    private PreCopyModel EndRound(double sent, double sentInRound, double bytesPerSecond)
    {
        var next = this with { Sent = sent, SentInRound = 0, PendingInRound = Dirtied, Dirtied = 0 };
        if (Dirtied <= bytesPerSecond * (Settings.MaxDowntime - Settings.SwitchOver).TotalSeconds)
        {
            return next with { Phase = PreCopyPhase.StopAndCopy };
        }

        bool high = Settings.AutoConverge && Dirtied > sentInRound * Settings.ThrottleTrigger;
        int highRounds = high ? HighRounds + 1 : HighRounds;
        if (highRounds < 2)
        {
            return next with { Round = Round + 1, HighRounds = highRounds };
        }

        double throttle = Throttle > 0 ? Throttle + Settings.ThrottleStep : Settings.InitialThrottle;
        return next with { Round = Round + 1, HighRounds = 0, Throttle = Math.Min(Settings.MaxThrottle, throttle) };
    }
}
