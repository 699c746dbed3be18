using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace VsMigration.Tests;

/// <summary>A counter guest in the lab (lab/guest/counter.S). The test's end removes it, wherever it then is.</summary>
public sealed class LabGuest
{
    private readonly Lab lab;

    internal LabGuest(Lab lab, string name)
    {
        this.lab = lab;
        Name = name;
    }

    /// <summary>Its name on both hosts.</summary>
    public string Name { get; }

    /// <summary>The console of its whole journey.</summary>
    public string ConsolePath => Path.Combine(lab.Folder, "console", Name + ".log");

    /// <summary>The path of its writable disk, as both hosts see it.</summary>
    public string DiskPath => Path.Combine(lab.Folder, "images", Name + ".img");

    /// <summary>Where to find the file behind <see cref="DiskPath"/> on one host, from outside.</summary>
    public string DiskFileOn(LabHost host) => Path.Combine(host.ImagesFolder, Name + ".img");

    /// <summary>How many ticks the guest has counted: the last whole line of its console; 0 before the first.</summary>
    public int Ticks()
    {
        using var console = new FileStream(ConsolePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        console.Seek(-Math.Min(console.Length, 100), SeekOrigin.End);
        using var reader = new StreamReader(console);
        var lines = reader.ReadToEnd().Split("\r\n");
        return lines.Length < 2 ? 0 : int.Parse(lines[^2].AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until the guest has counted on: it runs somewhere.</summary>
    public Task CountsOnAsync(int ticks = 3)
    {
        var before = Ticks();
        return Eventually.HoldsAsync($"{Name} counts on by {ticks} from {before}", () => Ticks() >= before + ticks);
    }

    /// <summary>Waits until the guest does not count: no line for half a second, ten times its tick.</summary>
    public async Task StandsStillAsync() =>
        await Eventually.HoldsAsync($"{Name} stands still", async () =>
        {
            var before = Ticks();
            await Task.Delay(500);
            return Ticks() == before;
        });

    /// <summary>
    /// The proof: it counts on, and its whole console has no gap, no lost memory, and <paramref name="restarts"/>
    /// restarts from 1. Throws what lab/check-console.sh found, else returns what it said.
    /// </summary>
    public async Task<string> ProveAsync(int restarts = 0)
    {
        await CountsOnAsync();
        return await lab.CheckConsoleAsync(ConsolePath, restarts);
    }

    /// <summary>The hosts on which it runs, by libvirt's word and by a live QEMU; a clean migration leaves exactly one.</summary>
    /// <exception cref="InvalidOperationException">libvirt says it runs and there is no QEMU.</exception>
    public async Task<IReadOnlyList<LabHost>> RunningOnAsync()
    {
        var hosts = new List<LabHost>();
        foreach (var host in lab.Hosts)
        {
            var running = await host.StateAsync(Name) == "running";
            if (running && !host.HasQemu(Name))
            {
                throw new InvalidOperationException($"{Name} is said to run on host {host.Name}, and no QEMU is there.");
            }

            if (running)
            {
                hosts.Add(host);
            }
        }

        return hosts;
    }

    /// <summary>Waits until it runs on <paramref name="host"/>, once, and no QEMU of it is left on the other host.</summary>
    public Task RunsOnceOnAsync(LabHost host) =>
        Eventually.HoldsAsync($"{Name} runs on host {host.Name} and nowhere else", async () =>
            !lab.Other(host).HasQemu(Name) && (await RunningOnAsync()).SequenceEqual([host]));

    /// <summary>Waits until every page of its memory was written at least once, so that there is something to transfer.</summary>
    public Task HasTouchedItsMemoryAsync() =>
        Eventually.HoldsAsync($"{Name} has made one sweep over its memory", async () =>
            !(await File.ReadAllTextAsync(ConsolePath)).TrimEnd().Split('\n')[^1].Contains(" 00000000 ", StringComparison.Ordinal));
}
