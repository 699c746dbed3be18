using System.Collections.Generic;
using System.IO;
using System.Text;

namespace VsMigration.Shell.Commands;

/// <summary>Separated values as RFC 4180 describes them: quoted fields may hold separators, doubled quotes and line ends.</summary>
internal static class CsvReader
{
    /// <summary>The rows that are not empty lines, as they are read.</summary>
    public static IEnumerable<string[]> Read(TextReader reader, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        var wasQuoted = false;
        while (reader.Read() is var code and >= 0)
        {
            var c = (char)code;
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (reader.Peek() == '"')
                {
                    field.Append((char)reader.Read());
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = wasQuoted = true;
            }
            else if (c == delimiter)
            {
                EndField();
            }
            else if (c == '\n')
            {
                if (fields.Count > 0 || field.Length > 0 || wasQuoted)
                {
                    EndField();
                    yield return fields.ToArray();
                    fields.Clear();
                }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (fields.Count > 0 || field.Length > 0 || wasQuoted)
        {
            EndField();
            yield return fields.ToArray();
        }

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
            wasQuoted = false;
        }
    }
}
