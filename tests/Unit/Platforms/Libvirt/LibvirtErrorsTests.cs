using System;
using VsMigration.Platforms.Libvirt;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

/// <summary>The table row by row; codes, domains and texts as libvirt 9.0 gave them.</summary>
public sealed class LibvirtErrorsTests
{
    private static readonly ErrorContext s_context = new("web", "kvm1", "kvm2");

    [Theory]
    [InlineData(42, 10, "Domain not found: no domain with matching uuid", MigrationErrorKind.SystemNotFound, "SVPC0003")]
    [InlineData(78, 10, "operation aborted: job 'migration out' canceled by client", MigrationErrorKind.Cancelled, "VSM0003")]
    [InlineData(81, 10, "Unsafe migration: Migration without shared storage is unsafe", MigrationErrorKind.NotMigratable, "SVPC0006")]
    [InlineData(55, 10, "Requested operation is not valid: another migration job is already running for domain 'web'", MigrationErrorKind.MigrationRunning, "SVPC0006")]
    [InlineData(68, 10, "Timed out during operation: cannot acquire state change lock", MigrationErrorKind.MigrationRunning, "SVPC0006")]
    [InlineData(87, 10, "resource busy", MigrationErrorKind.InvalidState, "SVPC0006")]
    [InlineData(55, 20, "Requested operation is not valid: domain 'web' is already active", MigrationErrorKind.NotMigratable, "SVPC8021")]
    [InlineData(9, 20, "operation failed: domain 'web' already exists with uuid 1", MigrationErrorKind.NotMigratable, "SVPC8021")]
    [InlineData(9, 20, "operation failed: domain 'other' is already defined with uuid 1", MigrationErrorKind.NotMigratable, "SVPC8021")]
    [InlineData(55, 10, "Requested operation is not valid: cannot migrate domain with 1 snapshots", MigrationErrorKind.NotMigratable, "SVPC0006")]
    [InlineData(55, 20, "Requested operation is not valid: domain is not running", MigrationErrorKind.InvalidState, "SVPC0004")]
    [InlineData(9, 20, "operation failed: domain is not running", MigrationErrorKind.InvalidState, "SVPC0004")]
    [InlineData(55, 20, "Requested operation is not valid: something else", MigrationErrorKind.InvalidState, "SVPC8041")]
    [InlineData(1, 10, "internal error: Attempt to migrate guest to the same host 5d10", MigrationErrorKind.NotMigratable, "SVPC8020")]
    [InlineData(1, 10, "internal error: qemu unexpectedly closed the monitor: cannot set up guest memory 'pc.ram': Cannot allocate memory", MigrationErrorKind.MigrationFailed, "SVPC8030")]
    [InlineData(1, 10, "internal error: unable to execute QEMU command 'migrate-set-capabilities': Postcopy is not supported", MigrationErrorKind.NotMigratable, "SVPC8020")]
    [InlineData(1, 10, "internal error: qemu unexpectedly closed the monitor: Could not open '/x': No such file or directory", MigrationErrorKind.MigrationFailed, "SVPC0101")]
    [InlineData(1, 10, "internal error: qemu unexpectedly closed the monitor: No such file or directory", MigrationErrorKind.MigrationFailed, "SVPC8022")]
    [InlineData(1, 10, "internal error: unable to execute QEMU command 'migrate-incoming': Failed to bind socket to /x", MigrationErrorKind.MigrationFailed, "SVPC8020")]
    [InlineData(1, 7, "internal error: client socket is closed", MigrationErrorKind.HostUnreachable, "SVPC8020")]
    [InlineData(1, 10, "internal error: qemu unexpectedly closed the monitor", MigrationErrorKind.MigrationFailed, "SVPC8041")]
    [InlineData(38, 7, "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied", MigrationErrorKind.AccessDenied, "SVPC8020")]
    [InlineData(38, 7, "unable to connect to server at '127.0.0.1:16699': Connection refused", MigrationErrorKind.HostUnreachable, "SVPC8020")]
    [InlineData(38, 7, "Cannot recv data: Host key verification failed.", MigrationErrorKind.HostUnreachable, "SVPC8020")]
    [InlineData(39, 7, "malformed", MigrationErrorKind.HostUnreachable, "SVPC8020")]
    [InlineData(38, 10, "Cannot check QEMU binary /x: No such file or directory", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(45, 7, "authentication failed", MigrationErrorKind.AccessDenied, "SVPC8020")]
    [InlineData(79, 7, "authentication cancelled", MigrationErrorKind.AccessDenied, "SVPC8020")]
    [InlineData(94, 7, "authentication unavailable: no polkit agent", MigrationErrorKind.AccessDenied, "SVPC8020")]
    [InlineData(29, 20, "operation forbidden: read only access", MigrationErrorKind.AccessDenied, "SVPC8020")]
    [InlineData(88, 20, "access denied", MigrationErrorKind.AccessDenied, "SVPC8020")]
    [InlineData(1, 10, "internal error: unable to execute QEMU command 'object-add': Unable to access credentials /etc/pki/qemu/ca-cert.pem", MigrationErrorKind.MigrationFailed, "SVPC8020")]
    [InlineData(40, 7, "GNUTLS call error", MigrationErrorKind.HostUnreachable, "SVPC8020")]
    [InlineData(91, 31, "the CPU is incompatible with host CPU", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(67, 31, "unsupported configuration: Target CPU model Haswell does not match source qemu64", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(67, 20, "unsupported configuration: Target domain machine type does not match source", MigrationErrorKind.NotMigratable, "SVPC8023")]
    [InlineData(27, 5, "XML error: expecting root element of 'domain', not 'x'", MigrationErrorKind.PeerFailed, "SVPC8023")]
    [InlineData(49, 18, "Storage pool not found: no storage pool with matching target path '/x'", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(50, 18, "Storage volume not found", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(43, 19, "Network not found", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(68, 10, "Timed out during operation", MigrationErrorKind.Timeout, "SVPC8042")]
    [InlineData(86, 10, "Guest agent is not responding", MigrationErrorKind.Timeout, "SVPC8042")]
    [InlineData(69, 10, "could not be made persistent", MigrationErrorKind.MigrationFailed, "SVPC8022")]
    [InlineData(74, 10, "argument unsupported: unsupported scheme bogus in migration URI", MigrationErrorKind.ParameterInvalid, "SVPC8041")]
    [InlineData(9, 10, "operation failed: migration of disk vdb failed: Source and target image have different sizes", MigrationErrorKind.MigrationFailed, "SVPC0102")]
    [InlineData(9, 10, "operation failed: job 'migration out' failed: Unable to write to socket", MigrationErrorKind.PeerFailed, "SVPC8041")]
    [InlineData(67, 10, "unsupported configuration: Emulator '/x' does not support machine type 'pc-99'", MigrationErrorKind.NotMigratable, "SVPC8030")]
    [InlineData(67, 10, "unsupported configuration: Emulator '/x' does not support virt type 'kvm'", MigrationErrorKind.NotMigratable, "SVPC0005")]
    [InlineData(4711, 99, "from a later libvirt", MigrationErrorKind.PeerFailed, "SVPC8041")]
    public void Every_row_has_its_kind_and_message(int code, int domain, string text, MigrationErrorKind kind, string messageId)
    {
        var exception = LibvirtErrors.ToException(new VirError((VirErrorCode)code, (VirErrorDomain)domain, text), s_context);

        var error = Assert.Single(exception.Errors);
        Assert.Equal(kind, exception.Kind);
        Assert.Equal(messageId, error.MessageId);
        Assert.Equal($"libvirt {code}/{domain}", error.PeerCode);
        Assert.Equal(text, error.PeerMessage);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 10, "Could not open '/images/web.iso': No such file or directory", "/images/web.iso")]
    [InlineData(9, 10, "operation failed: migration of disk vdb failed: x", "of the disk vdb")]
    [InlineData(67, 10, "Emulator '/x' does not support machine type 'pc-99'", "machine type pc-99")]
    [InlineData(67, 10, "Emulator '/x' does not support virt type 'kvm'", "kvm")]
    public void A_name_that_libvirt_gives_is_an_argument(int code, int domain, string text, string argument) =>
        Assert.Contains(argument, LibvirtErrors.ToException(new VirError((VirErrorCode)code, (VirErrorDomain)domain, text), s_context).Errors[0].MessageArguments);

    [Theory]
    [InlineData(38, 7, "Unable to resolve address 'nowhere'", MigrationErrorKind.HostUnreachable)]
    [InlineData(38, 7, "Permission denied", MigrationErrorKind.AccessDenied)]
    [InlineData(8, 7, "invalid argument in remote_open", MigrationErrorKind.UriInvalid)]
    [InlineData(5, 0, "no connection driver available for qemu:///x", MigrationErrorKind.UriInvalid)]
    [InlineData(1, 10, "internal error: unexpected qemu URI path '/x', try qemu:///session", MigrationErrorKind.UriInvalid)]
    [InlineData(1, 10, "internal error: cannot tell", MigrationErrorKind.HostUnreachable)]
    [InlineData(38, 7, "Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file or directory", MigrationErrorKind.HostUnreachable)]
    public void While_connecting_it_is_the_URI_the_host_or_the_user(int code, int domain, string text, MigrationErrorKind kind)
    {
        var exception = LibvirtErrors.WhileConnecting(
            new VirError((VirErrorCode)code, (VirErrorDomain)domain, text), new Uri("qemu+tcp://me:secret@kvm7/system"));

        Assert.Equal(kind, exception.Kind);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_destination_the_only_host_is_meant() =>
        Assert.Contains(
            "kvm1",
            LibvirtErrors.ToException(new VirError(VirErrorCode.InternalError, VirErrorDomain.Qemu, "x"), new ErrorContext("", "kvm1")).Message,
            StringComparison.Ordinal);
}
