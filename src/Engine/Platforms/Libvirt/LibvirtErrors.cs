using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// The one gate from libvirt's errors to the engine's: a table, read from the top. Codes and domains decide; libvirt's text only where
/// it uses one code for different things.
/// </summary>
internal static class LibvirtErrors
{
    private const string LookAgain = "List the virtual systems again with Get-VSMigrationSystem; it may have been moved or removed meanwhile.";
    private const string SeeLogs = "Look into the journal of libvirtd and the log of QEMU (/var/log/libvirt/qemu) on both hosts.";
    private const string Reach = "Check that its libvirtd runs and listens, that the name resolves, and that the firewall lets it through.";
    private const string TakeOtherAccount = "Use an account that libvirt trusts there (group libvirt, polkit rule, ssh key, certificate), or another connection URI.";
    private const string CleanUpThere = "Remove or rename the virtual system there, or take another destination.";

    private const string ProvideFile = "Provide the file there; if a storage pool holds its directory, refresh the pool (virsh pool-refresh).";

    private static readonly IReadOnlyList<Row> Table =
    [
        new(null, null, "Unable to access credentials", MigrationErrorKind.MigrationFailed, Certificates),

        new(VirErrorCode.NoDomain, null, null, MigrationErrorKind.SystemNotFound,
            c => StandardMessages.SystemDoesNotExist.Error(LookAgain, c.System)),

        new(VirErrorCode.OperationAborted, null, null, MigrationErrorKind.Cancelled,
            c => StandardMessages.MigrationCancelled.Error("Start it again when it suits.", c.System, c.SourceHost, c.DestinationHost)),

        new(VirErrorCode.MigrateUnsafe, null, null, MigrationErrorKind.NotMigratable,
            c => StandardMessages.SystemConfigurationPrevents.Error(
                "Put its disks on storage that both hosts share, set their cache mode to none, or mark them <shareable/>.",
                c.System, "has writable disks whose content is not known to be safe on both hosts")),

        new(VirErrorCode.OperationInvalid, null, "migration job is already running", MigrationErrorKind.MigrationRunning, Busy),
        new(VirErrorCode.OperationTimeout, null, "cannot acquire state change lock", MigrationErrorKind.MigrationRunning, Busy),
        new(VirErrorCode.ResourceBusy, null, null, MigrationErrorKind.InvalidState, Busy),

        new(VirErrorCode.OperationInvalid, VirErrorDomain.Domain, "is already active", MigrationErrorKind.NotMigratable, ExistsThere),
        new(VirErrorCode.OperationFailed, VirErrorDomain.Domain, "with uuid", MigrationErrorKind.NotMigratable, ExistsThere),

        new(VirErrorCode.OperationFailed, VirErrorDomain.Qemu, "migration of disk", MigrationErrorKind.MigrationFailed,
            c => StandardMessages.FileOperationFailed.Error(
                "Make its target exactly as large as the source's, or remove it so that it is created anew.",
                ("of the disk " + Word(c.Text, "migration of disk")).TrimEnd(), "could not be copied to the host system named " + c.Host)),

        new(VirErrorCode.OperationInvalid, null, "snapshot", MigrationErrorKind.NotMigratable,
            c => StandardMessages.SystemConfigurationPrevents.Error("Delete its snapshots first (virsh snapshot-list, snapshot-delete).", c.System, "has snapshots")),
        new(VirErrorCode.OperationInvalid, null, "not running", MigrationErrorKind.InvalidState, NotRunning),
        new(VirErrorCode.OperationFailed, null, "not running", MigrationErrorKind.InvalidState, NotRunning),
        new(VirErrorCode.OperationInvalid, null, null, MigrationErrorKind.InvalidState,
            c => Component(c, "Look at the state of the virtual system with Get-VSMigrationSystem.")),

        new(VirErrorCode.InternalError, VirErrorDomain.Qemu, "same host", MigrationErrorKind.NotMigratable,
            c => StandardMessages.TargetHostState.Error("Name another host; two hosts need different host_uuid settings.", c.Host, "is the source host")),
        new(VirErrorCode.InternalError, VirErrorDomain.Qemu, "allocate memory", MigrationErrorKind.MigrationFailed,
            c => StandardMessages.ResourceUnsatisfied.Error("Free memory there, or take another destination.", c.System, "memory", c.Host)),
        new(VirErrorCode.InternalError, VirErrorDomain.Qemu, "ostcopy is not supported", MigrationErrorKind.NotMigratable,
            c => StandardMessages.TargetHostState.Error(
                "Allow userfaultfd there (sysctl vm.unprivileged_userfaultfd=1), or use another -OnTimeout.", c.Host, "cannot do post-copy")),
        new(VirErrorCode.InternalError, VirErrorDomain.Qemu, "No such file", MigrationErrorKind.MigrationFailed, FileMissing),
        new(VirErrorCode.InternalError, VirErrorDomain.Qemu, "Failed to bind socket", MigrationErrorKind.MigrationFailed,
            c => StandardMessages.TargetHostState.Error(
                "Name an address of that host and a free port (Add-VSMigrationHost -MigrationUri), or leave the choice to it.",
                c.Host, "cannot listen at the migration URI")),
        new(VirErrorCode.InternalError, VirErrorDomain.Rpc, null, MigrationErrorKind.HostUnreachable,
            c => StandardMessages.TargetHostState.Error(Reach, c.Host, "is not connected any more")),
        new(VirErrorCode.InternalError, VirErrorDomain.Qemu, null, MigrationErrorKind.MigrationFailed, c => Component(c, SeeLogs)),

        new(VirErrorCode.SystemError, VirErrorDomain.Rpc, "certificate", MigrationErrorKind.HostUnreachable, Certificates),
        new(VirErrorCode.SystemError, VirErrorDomain.Rpc, "Permission denied", MigrationErrorKind.AccessDenied, Denied),
        new(VirErrorCode.SystemError, VirErrorDomain.Rpc, null, MigrationErrorKind.HostUnreachable, Unreachable),
        new(VirErrorCode.Rpc, null, null, MigrationErrorKind.HostUnreachable, Unreachable),
        new(VirErrorCode.UnknownHost, null, null, MigrationErrorKind.HostUnreachable, Unreachable),
        new(VirErrorCode.Ssh, null, null, MigrationErrorKind.HostUnreachable, Unreachable),
        new(VirErrorCode.Libssh, null, null, MigrationErrorKind.HostUnreachable, Unreachable),
        new(VirErrorCode.NoServer, null, null, MigrationErrorKind.HostUnreachable, Unreachable),
        new(VirErrorCode.SystemError, VirErrorDomain.Qemu, "QEMU binary", MigrationErrorKind.NotMigratable,
            c => StandardMessages.ResourceUnsatisfied.Error("Install the emulator there, or take another destination.", c.System, "emulator", c.Host)),

        new(VirErrorCode.AuthFailed, null, null, MigrationErrorKind.AccessDenied, Denied),
        new(VirErrorCode.AuthCancelled, null, null, MigrationErrorKind.AccessDenied, Denied),
        new(VirErrorCode.AuthUnavailable, null, null, MigrationErrorKind.AccessDenied, Denied),
        new(VirErrorCode.OperationDenied, null, null, MigrationErrorKind.AccessDenied, Denied),
        new(VirErrorCode.AccessDenied, null, null, MigrationErrorKind.AccessDenied, Denied),

        new(VirErrorCode.GnutlsError, null, null, MigrationErrorKind.HostUnreachable, Certificates),

        new(VirErrorCode.CpuIncompatible, null, null, MigrationErrorKind.NotMigratable, Processor),
        new(VirErrorCode.ConfigUnsupported, VirErrorDomain.Cpu, null, MigrationErrorKind.NotMigratable, Processor),
        new(VirErrorCode.ConfigUnsupported, null, "virt type", MigrationErrorKind.NotMigratable,
            c => StandardMessages.SystemTypeInvalid.Error(
                "Give that host the virtualization that the system needs (such as /dev/kvm), or take another destination.",
                c.System, Quoted(c.Text, "virt type") ?? "of its definition", "those that the emulator on the host system named " + c.Host + " supports")),
        new(VirErrorCode.ConfigUnsupported, null, "support machine type", MigrationErrorKind.NotMigratable,
            c => StandardMessages.ResourceUnsatisfied.Error(
                "Update the hypervisor there to one that knows this machine type, or take another destination.",
                c.System, ("machine type " + Quoted(c.Text, "machine type")).TrimEnd(), c.Host)),
        new(VirErrorCode.ConfigUnsupported, null, null, MigrationErrorKind.NotMigratable, DoesNotSuit),
        new(VirErrorCode.XmlError, null, null, MigrationErrorKind.PeerFailed, DoesNotSuit),
        new(VirErrorCode.XmlInvalidSchema, null, null, MigrationErrorKind.PeerFailed, DoesNotSuit),

        new(VirErrorCode.NoStoragePool, null, null, MigrationErrorKind.NotMigratable, Disks),
        new(VirErrorCode.NoStorageVol, null, null, MigrationErrorKind.NotMigratable, Disks),
        new(VirErrorCode.StorageVolExist, null, null, MigrationErrorKind.NotMigratable, Disks),
        new(VirErrorCode.NoNetwork, null, null, MigrationErrorKind.NotMigratable, Network),
        new(VirErrorCode.NoInterface, null, null, MigrationErrorKind.NotMigratable, Network),

        new(VirErrorCode.OperationTimeout, null, null, MigrationErrorKind.Timeout, c => TimedOut(c, SeeLogs)),
        new(VirErrorCode.AgentUnresponsive, null, null, MigrationErrorKind.Timeout, c => TimedOut(c, "Check the agent in the guest.")),
        new(VirErrorCode.MigratePersistFailed, null, null, MigrationErrorKind.MigrationFailed,
            c => StandardMessages.TargetSystemActivityFailed.Error(SeeLogs, c.System, "runs on the host system named " + c.Host + " but could not be defined there")),
        new(VirErrorCode.ArgumentUnsupported, null, null, MigrationErrorKind.ParameterInvalid,
            c => Component(c, "Use a combination of transport, migration URI and options that both hosts support.")),
        new(VirErrorCode.NoConnect, null, null, MigrationErrorKind.UriInvalid,
            c => new MigrationError { Message = $"libvirt does not take the connection URI '{c.SourceHost}'.", RecommendedAction = "Write it like qemu+ssh://kvm7/system." }),
    ];

    /// <summary>The engine's exception for an error of libvirt's.</summary>
    internal static MigrationException ToException(VirError error, ErrorContext context)
    {
        var row = Table.FirstOrDefault(row => row.Matches(error));
        return new MigrationException(row?.Kind ?? MigrationErrorKind.PeerFailed, ToError(error, row?.Describe(context with { Text = error.Message }) ?? Component(context, SeeLogs)));
    }

    /// <summary>The engine's exception for an attempt to connect that failed.</summary>
    internal static MigrationException WhileConnecting(VirError error, Uri uri)
    {
        string text = SecretFree.Text(uri);
        bool isUri = error.Code is VirErrorCode.InvalidArg or VirErrorCode.NoConnect or VirErrorCode.XmlError
            || error.Message.Contains("URI path", StringComparison.OrdinalIgnoreCase);
        if (isUri)
        {
            return new MigrationException(MigrationErrorKind.UriInvalid, ToError(error, new MigrationError
            {
                Message = $"libvirt does not take the connection URI '{text}'.",
                RecommendedAction = "Write it like qemu+ssh://kvm7/system or qemu:///session.",
            }));
        }

        var exception = ToException(error, new ErrorContext("", text));
        return exception.Kind is MigrationErrorKind.AccessDenied or MigrationErrorKind.UriInvalid or MigrationErrorKind.HostUnreachable
            ? exception
            : new MigrationException(MigrationErrorKind.HostUnreachable, ToError(error, Unreachable(new ErrorContext("", text))));
    }

    /// <summary>Does something and lets none of libvirt's own exceptions through.</summary>
    internal static async Task<T> GuardAsync<T>(ErrorContext context, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (LibvirtException e)
        {
            throw ToException(e.Error, context);
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    internal static async Task GuardAsync(ErrorContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (LibvirtException e)
        {
            throw ToException(e.Error, context);
        }
    }

    /// <summary>An error with libvirt's own code and text.</summary>
    internal static MigrationError ToError(VirError error, MigrationError described) => described with
    {
        PeerCode = string.Create(CultureInfo.InvariantCulture, $"libvirt {(int)error.Code}/{(int)error.Domain}"),
        PeerMessage = error.Message,
    };

    private static MigrationError Busy(ErrorContext c) => StandardMessages.SystemConfigurationPrevents.Error(
        "Wait for the job that is under way (Get-VSMigrationJob, virsh domjobinfo), or stop it.", c.System, "has another job under way");

    private static MigrationError ExistsThere(ErrorContext c) => StandardMessages.TargetSystemExists.Error(CleanUpThere, c.System);

    private static MigrationError NotRunning(ErrorContext c) => StandardMessages.SystemStateInvalid.Error(
        "Look why it stopped; start it again or migrate it with -MigrationType Restart.", c.System, "Defined", "Active, Paused");

    private static MigrationError Denied(ErrorContext c) => StandardMessages.TargetHostState.Error(TakeOtherAccount, c.Host, "refuses this user");

    private static MigrationError Unreachable(ErrorContext c) => StandardMessages.TargetHostState.Error(
        Reach + (c.DestinationHost.Length == 0
            ? ""
            : " The source host must reach it too, under the name it gives itself; where it cannot, name a way with Add-VSMigrationHost -MigrationUri."),
        c.Host, "is not reachable");

    private static MigrationError Certificates(ErrorContext c) => StandardMessages.TargetHostState.Error(
        "Install certificates on both hosts (/etc/pki/qemu and /etc/pki/libvirt), or use -TransportType SSH.", c.Host, "has no usable TLS credentials");

    private static MigrationError Processor(ErrorContext c) => StandardMessages.ResourceUnsatisfied.Error(
        "Use a processor model that both hosts have, or take another destination.", c.System, "processor", c.Host);

    private static MigrationError DoesNotSuit(ErrorContext c) => StandardMessages.TargetSystemConfiguration.Error(
        "Change the definition, or take a destination whose hypervisor supports it.", c.System, "is not accepted by the host system named " + c.Host);

    private static MigrationError Disks(ErrorContext c) => StandardMessages.ResourceUnsatisfied.Error(
        "Create the disk's file there, or a storage pool over its directory (virsh pool-create-as).", c.System, "disks", c.Host);

    private static MigrationError Network(ErrorContext c) => StandardMessages.ResourceUnsatisfied.Error(
        "Define and start the network there.", c.System, "networks", c.Host);

    private static MigrationError FileMissing(ErrorContext c) => Quoted(c.Text, "Could not open") is { } file
        ? StandardMessages.FileStateUnexpected.Error(ProvideFile, file, "does not exist on the host system named " + c.Host)
        : StandardMessages.TargetSystemActivityFailed.Error(
            ProvideFile, c.System, "could not be started, because a file of it is missing on the host system named " + c.Host);

    private static MigrationError TimedOut(ErrorContext c, string action) => c.DestinationHost.Length > 0
        ? StandardMessages.MigrationTimedOut.Error(action, c.System, c.DestinationHost)
        : Component(c, action);

    private static MigrationError Component(ErrorContext c, string action) => c.DestinationHost.Length > 0
        ? StandardMessages.ComponentError.Error(action, c.System, c.DestinationHost, "libvirt", "error")
        : new MigrationError { Message = $"libvirt on the host system named {c.SourceHost} reported an error.", RecommendedAction = action };

    // What libvirt puts between apostrophes behind some words; null where it does not.
    private static string? Quoted(string text, string words)
    {
        int at = text.IndexOf(words + " '", StringComparison.OrdinalIgnoreCase);
        int start = at + words.Length + 2;
        int end = at < 0 ? -1 : text.IndexOf('\'', start);
        return end > start ? text[start..end] : null;
    }

    private static string Word(string text, string words)
    {
        int at = text.IndexOf(words + " ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[(at + words.Length + 1)..].Split(' ')[0];
    }

    private sealed record Row(VirErrorCode? Code, VirErrorDomain? Domain, string? Text, MigrationErrorKind Kind, Func<ErrorContext, MigrationError> Describe)
    {
        internal bool Matches(VirError error) =>
            (Code is null || Code == error.Code)
            && (Domain is null || Domain == error.Domain)
            && (Text is null || error.Message.Contains(Text, StringComparison.OrdinalIgnoreCase));
    }
}
