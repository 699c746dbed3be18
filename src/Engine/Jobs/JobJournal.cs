using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using VsMigration.Profile.Methods;
using VsMigration.Xml;

namespace VsMigration.Jobs;

/// <summary>
/// One file a job, on the disk before each step that changes a host, and gone when the job has ended with nothing left to do.
/// </summary>
public sealed class JobJournal
{
    private const string Suffix = ".job.xml";

    private readonly string _folder;

    /// <summary>Keeps records in a folder, which is created with the first.</summary>
    public JobJournal(string folder) => _folder = folder;

    internal string PathOf(string instanceId) => Path.Combine(_folder, instanceId.Replace(':', '-') + Suffix);

    /// <summary>Writes a record through to the disk.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: it cannot be written; the step must not begin.</exception>
    internal void Write(JobRecord record)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            DurableFile.Write(PathOf(record.InstanceId), JobRecordXml.ToXml(record));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                MigrationErrorKind.ConfigurationInvalid,
                $"The job's record '{PathOf(record.InstanceId)}' cannot be written: {e.Message}",
                "Make the folder writable and give it room, or set VSMIGRATION_HOME to another folder. No step begins without its record.",
                e);
        }
    }

    /// <summary>Removes a record.</summary>
    internal void Delete(string instanceId)
    {
        if (Directory.Exists(_folder))
        {
            File.Delete(PathOf(instanceId));
        }
    }

    /// <summary>All records, the oldest first. A file that cannot be read is handed to <paramref name="unreadable"/> and passed over.</summary>
    internal IReadOnlyList<JobRecord> ReadAll(Action<string, Exception> unreadable)
    {
        var records = new List<JobRecord>();
        if (!Directory.Exists(_folder))
        {
            return records;
        }

        foreach (string path in Directory.GetFiles(_folder, "*" + Suffix))
        {
            try
            {
                records.Add(JobRecordXml.FromXml(BoundedXml.Load(path)));
            }
            catch (FileNotFoundException)
            {
                // its job ended between the listing and the reading
            }
            catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or FormatException)
            {
                unreadable(path, e);
            }
        }

        return records.OrderBy(record => record.Submitted).ToList();
    }
}
