using System;
using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace VsMigration.Xml;

/// <summary>Writes a document so that after a crash the file holds either the old one or the new one, whole: write, flush to the disk, rename.</summary>
public static class DurableFile
{
    /// <summary>Replaces <paramref name="path"/> by <paramref name="document"/>; its folder must exist.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, XDocument document)
    {
        // One writer at a time a file is the caller's promise; the name keeps two processes apart that break it.
        string draft = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".new";
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true };
                using (var writer = XmlWriter.Create(stream, settings))
                {
                    document.Save(writer);
                }

                stream.Flush(flushToDisk: true);
            }

            Replace(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void Replace(string draft, string path)
    {
        if (File.Exists(path))
        {
            File.Replace(draft, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(draft, path);
        }
    }
}
