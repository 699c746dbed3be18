using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests;

/// <summary>
/// The two libvirt hosts of lab/, shared by all lab tests, which run one after the other. Uses the lab that the
/// environment names (LAB_DIR, LAB_URI_A, LAB_URI_B: tests/run.sh starts one), else starts its own and removes it at the end.
/// </summary>
public sealed class Lab : IAsyncLifetime
{
    /// <summary>The name of the xunit collection.</summary>
    public const string Collection = "Lab";

    private readonly Dictionary<string, string> environment = [];
    private readonly HashSet<string> guests = new(StringComparer.Ordinal);
    private bool own;

    /// <summary>LAB_DIR.</summary>
    public string Folder => environment["LAB_DIR"];

    /// <summary>Where guests are put unless a test says otherwise.</summary>
    public LabHost A { get; private set; } = null!;

    /// <summary>The other one.</summary>
    public LabHost B { get; private set; } = null!;

    /// <summary>Both.</summary>
    public IReadOnlyList<LabHost> Hosts => [A, B];

    /// <summary>The one that is not <paramref name="host"/>.</summary>
    public LabHost Other(LabHost host) => host == A ? B : A;

    /// <summary>The root of the project, found from where the tests run.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    public async Task InitializeAsync()
    {
        if (LabAvailability.SkipReason is not null)
        {
            return;    // every test is skipped
        }

        own = Environment.GetEnvironmentVariable("LAB_URI_A") is not { Length: > 0 };
        if (own)
        {
            // Short, and apart from any other lab on this machine; libvirt looks for a free port in its range itself.
            environment["LAB_DIR"] = $"/tmp/vsm-lab-{Environment.ProcessId}";
            environment["LAB_PORT"] = FreePortPair().ToString(CultureInfo.InvariantCulture);
            environment["LAB_MIGRATION_PORT"] = (50000 + Environment.ProcessId % 50 * 200).ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            environment["LAB_DIR"] = Environment.GetEnvironmentVariable("LAB_DIR")
                ?? throw new InvalidOperationException("LAB_URI_A is set and LAB_DIR is not; use: set -a; eval \"$(lab/up.sh)\"");
        }

        await EnsureUpAsync();
    }

    public Task DisposeAsync() => own ? Command.RunAsync(Script("down.sh"), ["--clean"], environment) : Task.CompletedTask;

    /// <summary>Starts what is not running, in particular a daemon that a test has killed.</summary>
    public async Task EnsureUpAsync()
    {
        var printed = await Command.RunAsync(Script("up.sh"), [], environment, TimeSpan.FromSeconds(120));
        var said = printed.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim('\''), StringComparer.Ordinal);
        A = new LabHost("a", said["LAB_URI_A"], said.GetValueOrDefault("LAB_TCP_URI_A"), Path.Combine(Folder, "a"));
        B = new LabHost("b", said["LAB_URI_B"], said.GetValueOrDefault("LAB_TCP_URI_B"), Path.Combine(Folder, "b"));
    }

    /// <summary>Defines a counter guest, starts it unless <paramref name="off"/>, and waits for its first line.</summary>
    /// <param name="memoryMiB">32 to 3072.</param>
    /// <param name="pagesPerTick">4 KiB pages dirtied 18.2 times a second; 256 = 18 MiB/s.</param>
    /// <param name="host">Default: <see cref="A"/>.</param>
    /// <param name="diskMiB">Size of a writable local disk of random bytes; 0 = none.</param>
    /// <param name="deaf">It ignores the power button.</param>
    /// <param name="off">It is only defined.</param>
    /// <param name="name">Default: one that no other guest of this run has.</param>
    public async Task<LabGuest> CreateGuestAsync(
        int memoryMiB = 64, int pagesPerTick = 0, LabHost? host = null, int diskMiB = 0, bool deaf = false, bool off = false, string? name = null)
    {
        name ??= $"t{Environment.ProcessId}-{guests.Count + 1}";
        Track(name);
        var invariant = CultureInfo.InvariantCulture;
        List<string> arguments = ["--host", (host ?? A).Name];
        arguments.AddRange(diskMiB > 0 ? ["--disk", diskMiB.ToString(invariant)] : []);
        arguments.AddRange(deaf ? ["--deaf"] : []);
        arguments.AddRange(off ? ["--off"] : []);
        await Command.RunAsync(Script("define.sh"), [.. arguments, name, memoryMiB.ToString(invariant), pagesPerTick.ToString(invariant)], environment);

        var guest = new LabGuest(this, name);
        if (!off)
        {
            await Eventually.HoldsAsync($"{name} has started to count", () => guest.Ticks() > 0);
        }

        return guest;
    }

    /// <summary>Makes a guest that the test defined or renamed itself be removed at its end.</summary>
    public void Track(string guest) => guests.Add(guest);

    /// <summary>Removes all guests made or tracked so far from both hosts, with their disks and consoles.</summary>
    public async Task RemoveGuestsAsync()
    {
        if (guests.Count == 0)
        {
            return;
        }

        // QEMU first: a daemon then finds the guest gone, and no job of it can hold up what follows.
        foreach (var host in Hosts)
        {
            await host.KillAllQemuAsync(guests);
        }

        await EnsureUpAsync();
        foreach (var host in Hosts)
        {
            foreach (var guest in guests.Intersect(await host.GuestsAsync(), StringComparer.Ordinal))
            {
                await host.TryVirshAsync("destroy", guest);     // fails where it is shut off already
                await host.TryVirshAsync("undefine", guest, "--managed-save", "--snapshots-metadata", "--nvram");    // fails where it was transient
                await Eventually.HoldsAsync($"{guest} is gone from host {host.Name}", async () => await host.StateAsync(guest) is null);
            }

            foreach (var guest in guests)
            {
                File.Delete(Path.Combine(host.ImagesFolder, guest + ".img"));
            }

            await host.VirshAsync("pool-refresh", "images");
        }

        foreach (var guest in guests)
        {
            File.Delete(Path.Combine(Folder, "console", guest + ".log"));
        }

        guests.Clear();
    }

    /// <summary>lab/check-console.sh: throws what is wrong with a console, else returns what it said.</summary>
    public Task<string> CheckConsoleAsync(string path, int restarts = 0) =>
        Command.RunAsync(Script("check-console.sh"), ["--restarts", restarts.ToString(CultureInfo.InvariantCulture), path], environment);

    private static string Script(string name) => Path.Combine(RepositoryRoot, "lab", name);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VsMigration.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"VsMigration.slnx is not above {AppContext.BaseDirectory}.");
    }

    private static int FreePortPair()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            try
            {
                using var second = new TcpListener(IPAddress.Loopback, port + 1);
                second.Start();
                return port;
            }
            catch (Exception taken) when (taken is SocketException or ArgumentOutOfRangeException)
            {
                continue;    // the next port is in use, or there is none; ask for another pair
            }
        }

        throw new InvalidOperationException("No two free neighbouring ports on the loopback address.");
    }
}
