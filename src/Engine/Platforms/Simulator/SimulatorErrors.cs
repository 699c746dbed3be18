using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>The simulator's failures, worded in one place.</summary>
internal static class SimulatorErrors
{
    public static MigrationException SystemNotFound(string systemId, string host) => new(
        MigrationErrorKind.SystemNotFound,
        StandardMessages.SystemDoesNotExist.Error($"List the virtual systems of {host} with Get-VSMigrationSystem.", systemId));

    public static MigrationException HostOffline(string host) => new(
        MigrationErrorKind.HostUnreachable,
        StandardMessages.TargetHostState.Error($"Set online=\"true\" at the host {host} in the simulator's file.", host, "is not reachable"));

    public static MigrationException LinkDown(string source, string destination) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.TargetHostState.Error(
            $"Set up=\"true\" at the link between {source} and {destination} in the simulator's file.", destination, $"is not reachable from {source}"));

    public static MigrationException InvalidState(string message, string recommendedAction) =>
        new(MigrationErrorKind.InvalidState, message, recommendedAction);

    public static MigrationException TargetExists(string name, string host) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.TargetSystemExists.Error($"Rename or remove the virtual system of that name or identifier on {host}.", name));

    public static MigrationException NotThere(string name, string host) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.TargetSystemActivityFailed.Error($"Look at {host} with Get-VSMigrationSystem.", name, $"is not at {host}"));

    public static MigrationException ResourceMissing(string name, string resource, string host) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.ResourceUnsatisfied.Error($"Provide the {resource} on {host}, or choose another destination.", name, resource, host));

    public static MigrationException Prevented(string name, string reason) => new(
        MigrationErrorKind.MigrationFailed,
        StandardMessages.SystemConfigurationPrevents.Error("Remove what prevents it, then migrate again.", name, reason));

    public static MigrationException Scripted(SimulatorFault fault, string name, string destination) => new(
        fault.Kind,
        StandardMessages.ComponentError.Error(
            "This fault is scripted. Remove it from the simulator's world, then migrate again.", name, destination, "simulated fault", fault.Code) with
        {
            PeerCode = fault.Code,
            PeerMessage = fault.Message,
        });
}
