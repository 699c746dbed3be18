using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace VsMigration.Shell.Commands;

/// <summary>The few commands of pwsh's Utility module that scripts cannot do without, and that System.Management.Automation lacks.</summary>
internal static class OwnCommands
{
    private static readonly Type[] s_types =
    [
        typeof(WriteOutputCommand),
        typeof(WriteHostCommand),
        typeof(WriteWarningCommand),
        typeof(WriteVerboseCommand),
        typeof(WriteErrorCommand),
        typeof(StartSleepCommand),
        typeof(SelectObjectCommand),
        typeof(SortObjectCommand),
        typeof(ImportCsvCommand),
    ];

    public static void AddTo(InitialSessionState state)
    {
        foreach (var type in s_types)
        {
            var name = type.GetCustomAttribute<CmdletAttribute>()!;
            state.Commands.Add(new SessionStateCmdletEntry($"{name.VerbName}-{name.NounName}", type, helpFileName: null));
        }

        // pwsh has these two aliases on Windows only, because elsewhere programs of that name are meant.
        state.Commands.Add(new SessionStateAliasEntry("sort", "Sort-Object"));
        state.Commands.Add(new SessionStateAliasEntry("sleep", "Start-Sleep"));
    }
}
