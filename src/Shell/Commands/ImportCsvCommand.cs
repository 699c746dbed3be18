using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace VsMigration.Shell.Commands;

/// <summary>Import-Csv: one object a line, its properties named by the first line.</summary>
[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = "Path")]
internal sealed class ImportCsvCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Header { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(Resolve).Concat(LiteralPath.Select(GetUnresolvedProviderPathFromPSPath)))
        {
            try
            {
                Read(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(exception, "FileOpenFailure", ErrorCategory.OpenError, file));
            }
        }
    }

    private IEnumerable<string> Resolve(string path)
    {
        try
        {
            return GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException exception)
        {
            WriteError(new ErrorRecord(exception, "FileOpenFailure", ErrorCategory.ObjectNotFound, path));
            return [];
        }
    }

    private void Read(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var header = Header;
        foreach (var fields in CsvReader.Read(reader, Delimiter))
        {
            if (header is not null)
            {
                WriteObject(ToObject(header, fields));
            }
            else if (!fields[0].StartsWith("#TYPE ", StringComparison.Ordinal))
            {
                header = fields;
            }
        }
    }

    private static PSObject ToObject(string[] header, string[] fields)
    {
        var item = new PSObject();
        for (var i = 0; i < header.Length; i++)
        {
            item.Properties.Add(new PSNoteProperty(header[i].Length > 0 ? header[i] : $"H{i + 1}", i < fields.Length ? fields[i] : null));
        }

        return item;
    }
}
