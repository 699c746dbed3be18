using System.Globalization;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What is said where a virtual system is not where it should be.</summary>
internal static class TransferErrors
{
    internal static MigrationException CannotAbandon(TransferOutcome outcome, MigrationPlan plan)
    {
        var (state, action) = outcome switch
        {
            TransferOutcome.Lost => (
                "ended during its migration: it runs on neither host",
                "Look into QEMU's log on both hosts for the reason, and start it again at the source."),
            TransferOutcome.Torn => (
                "is torn between both hosts, because post-copy broke off",
                "Keep both hosts running, mend the connection, and go on with virsh migrate --postcopy --postcopy-resume."),
            _ => (
                "has arrived at the host system named " + plan.Context.DestinationHost,
                "Nothing is to be undone: use it there."),
        };
        return Invalid(plan, state, action);
    }

    internal static MigrationException NothingToSwitch(MigrationPlan plan) =>
        Invalid(plan, "is not being transferred with post-copy allowed", "Start the migration with post-copy allowed (-OnTimeout PostCopy).");

    internal static MigrationException RunsElsewhere(MigrationPlan plan) =>
        Invalid(plan, "runs at the host system named " + plan.Context.DestinationHost, "It is not started a second time at the source. Use it there.");

    internal static MigrationException NotHere(MigrationPlan plan, HostView seen) =>
        Invalid(plan, $"is {seen} on the host system named {plan.Context.SourceHost}", "Look where it is with Get-VSMigrationSystem on both hosts.");

    internal static MigrationException StillActive(MigrationPlan plan, string host) => new(
        MigrationErrorKind.InvalidState,
        StandardMessages.SystemStateInvalid.Error(
            $"Shut it down on '{host}' first; a definition is moved only while nothing runs.", plan.Context.System, "Active", "Defined"));

    internal static MigrationException NotAsExpected(MigrationPlan plan, string host, HostView seen, string expected) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.TargetSystemActivityFailed.Error(
            "Look at both hosts (virsh list --all).",
            plan.Context.System,
            string.Create(CultureInfo.InvariantCulture, $"is {seen} on the host system named {host}, and not {expected}")));

    internal static MigrationException SourceRemains(MigrationPlan plan, HostView seen) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.SourceRemains.Error(
            "Look at both hosts; if the destination has it, remove it from the source (virsh undefine).",
            plan.Context.System, plan.Context.SourceHost, $"its definition ({seen})"));

    internal static MigrationException NoPool(MigrationPlan plan, string path) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.FileOperationFailed.Error(
            "Define and start a storage pool over its folder at the destination.", path, "cannot be created on the host system named " + plan.Context.DestinationHost));

    internal static MigrationException ShutdownPending(MigrationPlan plan) => new(
        MigrationErrorKind.Timeout,
        StandardMessages.ShutdownStillPending.Error(
            "Give it more time (-TimeoutSec), look at its console, or allow it to be powered off (-TurnOff).", plan.Context.System));

    private static MigrationException Invalid(MigrationPlan plan, string state, string action) => new(
        MigrationErrorKind.InvalidState,
        StandardMessages.TargetSystemActivityFailed.Error(action, plan.Context.System, state));
}
