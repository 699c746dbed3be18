using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using VsMigration.Cim;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Methods;

/// <summary>
/// All messages, read once from StandardMessages.tsv, which is part of the assembly: the DMTF's of Tables 3, 5, 7 and 9, ours where it has
/// none, and one for each <see cref="MigrationErrorKind"/>, for errors that have no message of their own.
/// </summary>
public static class MessageCatalog
{
    private static readonly char[] s_blank = { ' ' };

    // Column "Tables" names the tables of DSP1081; each belongs to one method.
    private static readonly Dictionary<string, MigrationMethod> s_tables = new(StringComparer.Ordinal)
    {
        ["3"] = MigrationMethod.MigrateVirtualSystemToHost,
        ["5"] = MigrationMethod.MigrateVirtualSystemToSystem,
        ["7"] = MigrationMethod.CheckVirtualSystemIsMigratableToHost,
        ["9"] = MigrationMethod.CheckVirtualSystemIsMigratableToSystem,
    };

    private static readonly IReadOnlyList<StandardMessage> s_all = Read();
    private static readonly Dictionary<string, StandardMessage> s_byId = s_all.ToDictionary(message => message.Id, StringComparer.Ordinal);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<StandardMessage> All => s_all;

    /// <summary>The message of an id; null where there is none.</summary>
    public static StandardMessage? Find(string id) => s_byId.TryGetValue(id, out var message) ? message : null;

    /// <summary>The message of an error that has none of its own.</summary>
    public static StandardMessage Of(MigrationErrorKind kind) => s_byId["VSM" + (100 + (int)kind).ToString("0000", CultureInfo.InvariantCulture)];

    /// <summary>The standard messages of a method's table.</summary>
    public static IEnumerable<StandardMessage> Of(MigrationMethod method) => s_all.Where(message => message.Methods.Contains(method));

    private static List<StandardMessage> Read()
    {
        using var stream = typeof(MessageCatalog).Assembly.GetManifestResourceStream("StandardMessages.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine(); // the names of the columns
        var messages = new List<StandardMessage>();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            messages.Add(new StandardMessage(cells[10])
            {
                Id = cells[0],
                OwningEntity = cells[1],
                Methods = Words(cells[2]).Select(table => s_tables[table]).ToArray(),
                ReturnCode = Value<ReturnCode>(cells[3]),
                CimStatus = cells[4].Length == 0 ? null : Value<CimStatus>(cells[4]),
                ErrorType = cells[5].Length == 0 ? ErrorType.Unknown : Value<ErrorType>(cells[5]),
                ProbableCause = cells[6].Length == 0 ? ProbableCause.Unknown : Value<ProbableCause>(cells[6]),
                Severity = Value<ErrorSeverity>(cells[7]),
                Source = Value<ErrorOrigin>(cells[8]),
                Arguments = Words(cells[9]).Select(Value<MessageArgument>).ToArray(),
            });
        }

        return messages;
    }

    private static string[] Words(string cell) => cell.Split(s_blank, StringSplitOptions.RemoveEmptyEntries);

    private static T Value<T>(string cell)
        where T : struct => (T)Enum.Parse(typeof(T), cell);
}
