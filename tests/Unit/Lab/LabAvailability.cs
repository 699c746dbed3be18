using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace VsMigration.Tests;

/// <summary>Whether tests on real guests can run on this machine, decided once, without starting anything.</summary>
public static class LabAvailability
{
    /// <summary>Every reason begins with this, so that tests/run.sh --strict can tell such a skip from others.</summary>
    public const string Prefix = "No lab: ";

    private static readonly Lazy<string?> Decided = new(Decide);

    /// <summary>Why lab tests are skipped; null where they can run.</summary>
    public static string? SkipReason => Decided.Value;

    private static string? Decide()
    {
        // LAB_UNAVAILABLE: tests/run.sh tried and says why not. LAB_URI_A: somebody started one for us.
        if (Environment.GetEnvironmentVariable("LAB_UNAVAILABLE") is { Length: > 0 } told)
        {
            return Prefix + told;
        }

        if (Environment.GetEnvironmentVariable("LAB_URI_A") is { Length: > 0 })
        {
            return null;
        }

        if (!OperatingSystem.IsLinux())
        {
            return Prefix + "it needs Linux.";
        }

        string[] tools = ["libvirtd", "virsh", "qemu-system-x86_64", "as", "ld", "perl", "unshare", "setpriv"];
        if (tools.Where(tool => !IsOnPath(tool)).ToArray() is { Length: > 0 } missing)
        {
            return $"{Prefix}{string.Join(", ", missing)} missing; lab/packages.sh installs what it needs.";
        }

        string[] unshare = Environment.IsPrivilegedProcess
            ? ["--mount", "--uts", "true"]
            : ["--user", "--map-root-user", "--mount", "--uts", "true"];
        using var probe = Process.Start(new ProcessStartInfo("unshare", unshare) { UseShellExecute = false, RedirectStandardError = true })!;
        var refusal = probe.StandardError.ReadToEnd().Trim();
        probe.WaitForExit();
        return probe.ExitCode == 0 ? null : $"{Prefix}no new namespaces on this machine ({refusal}).";
    }

    private static bool IsOnPath(string tool) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
