using System.IO;

namespace VsMigration.Shell;

/// <summary>Finds the module as it lies: beside the program, or in a folder above it.</summary>
internal static class ModuleLocator
{
    private const string Manifest = "VsMigration.psd1";

    /// <param name="folder">Where to begin: the program's own folder.</param>
    /// <returns>The manifest's full path, or null when neither the folder nor any above it has one.</returns>
    public static string? Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, Manifest);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
