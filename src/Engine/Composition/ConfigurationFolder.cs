using System;
using System.IO;

namespace VsMigration.Composition;

/// <summary>Where the module keeps what it must remember: hosts, settings and job records.</summary>
/// <remarks>
/// <c>VSMIGRATION_HOME</c> where it is set; else <c>%APPDATA%\VsMigration</c> on Windows and <c>$XDG_CONFIG_HOME/vsmigration</c>
/// (by default <c>~/.config/vsmigration</c>, XDG Base Directory Specification) elsewhere.
/// </remarks>
public sealed class ConfigurationFolder
{
    /// <summary>Names a folder; nothing is created before something is written.</summary>
    public ConfigurationFolder(string path) => Path = path;

    /// <summary>The folder of this user.</summary>
    public static ConfigurationFolder OfUser()
    {
        string? home = Environment.GetEnvironmentVariable("VSMIGRATION_HOME");
        if (!string.IsNullOrEmpty(home))
        {
            return new ConfigurationFolder(System.IO.Path.GetFullPath(home));
        }

        // On Unix .NET maps ApplicationData to $XDG_CONFIG_HOME, or ~/.config where that is not set.
        bool windows = System.IO.Path.DirectorySeparatorChar == '\\';
        string root = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new ConfigurationFolder(System.IO.Path.Combine(root, windows ? "VsMigration" : "vsmigration"));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The file of known hosts.</summary>
    public string HostsFile => System.IO.Path.Combine(Path, "hosts.xml");

    /// <summary>The file of the service's own settings.</summary>
    public string SettingsFile => System.IO.Path.Combine(Path, "settings.xml");

    /// <summary>The folder of job records.</summary>
    public string JobsFolder => System.IO.Path.Combine(Path, "jobs");

    /// <summary>Makes sure that the folder is there.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    public void Create() => Directory.CreateDirectory(Path);
}
