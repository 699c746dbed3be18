using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace VsMigration.Tests;

/// <summary>One of the lab's two hosts, seen through virsh: a witness that shares no code with what is tested.</summary>
/// <param name="Name">a or b.</param>
/// <param name="Uri">The libvirt URI over its UNIX socket.</param>
/// <param name="TcpUri">The libvirt URI over TCP on the loopback address; null in a lab without the listeners.</param>
/// <param name="Folder">Where its daemon keeps everything.</param>
public sealed record LabHost(string Name, string Uri, string? TcpUri, string Folder)
{
    /// <summary>The name that the host itself gives, lab-a or lab-b.</summary>
    public string HostName => "lab-" + Name;

    /// <summary>Where to find from outside what the host sees as $LAB_DIR/images.</summary>
    public string ImagesFolder => Path.Combine(Folder, "images");

    /// <summary>Runs virsh on this host; it must succeed.</summary>
    public Task<string> VirshAsync(params string[] arguments) => Command.RunAsync("virsh", ["-q", "-c", Uri, .. arguments]);

    /// <summary>Runs virsh on this host; it may fail.</summary>
    public Task<Command> TryVirshAsync(params string[] arguments) => Command.TryAsync("virsh", ["-q", "-c", Uri, .. arguments]);

    /// <summary>virsh's word for a guest's state ("running", "paused", "shut off", …); null where it is not defined.</summary>
    public async Task<string?> StateAsync(string guest)
    {
        var answer = await TryVirshAsync("domstate", guest);
        return answer.ExitCode == 0 ? answer.Output.Trim()
            : answer.Error.Contains("failed to get domain", StringComparison.Ordinal) ? null
            : answer.Error.Contains("Domain not found", StringComparison.Ordinal) ? null    // it left between two calls of virsh's
            : throw new InvalidOperationException($"virsh domstate {guest} on host {Name}: {answer.Error.Trim()}");
    }

    /// <summary>The names of all guests that the host knows.</summary>
    public async Task<IReadOnlyList<string>> GuestsAsync() =>
        (await VirshAsync("list", "--all", "--name")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>kill -9 for the host's libvirtd; its guests live on. <see cref="Lab.EnsureUpAsync"/> starts another.</summary>
    public Task KillDaemonAsync() => KillAsync(Path.Combine(Folder, "libvirtd.pid"), "libvirtd");

    /// <summary>kill -9 for a guest's QEMU on this host.</summary>
    public Task KillQemuAsync(string guest) => KillAsync(QemuPidFile(guest), "qemu-system");

    /// <summary>Is there a live QEMU for the guest on this host, whatever the daemon says?</summary>
    public bool HasQemu(string guest) => RecordedProcess(QemuPidFile(guest), "qemu-system") is not null;

    /// <summary>kill -9 for every QEMU whose guest's name is among <paramref name="guests"/>.</summary>
    internal async Task KillAllQemuAsync(IEnumerable<string> guests)
    {
        foreach (var guest in guests.Where(HasQemu))
        {
            await KillQemuAsync(guest);
        }
    }

    private string QemuPidFile(string guest) => Path.Combine(Folder, "run", "libvirt", "qemu", "run", guest + ".pid");

    private static async Task KillAsync(string pidFile, string program)
    {
        var pid = RecordedProcess(pidFile, program) ?? throw new InvalidOperationException($"{pidFile}: no running {program}.");
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await Eventually.HoldsAsync($"{program} {pid} is gone", () => RecordedProcess(pidFile, program) != pid);
    }

    /// <summary>The process id in the file, if that process still is the program that wrote it.</summary>
    private static int? RecordedProcess(string pidFile, string program)
    {
        try
        {
            var pid = int.Parse(File.ReadAllText(pidFile), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
            var status = File.ReadAllLines($"/proc/{pid}/status");
            var zombie = status.Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
            return !zombie && status[0].StartsWith("Name:\t" + program, StringComparison.Ordinal) ? pid : null;
        }
        catch (Exception gone) when (gone is IOException or FormatException)
        {
            return null;    // no such file or process, or the file is being written: nothing that runs
        }
    }
}
