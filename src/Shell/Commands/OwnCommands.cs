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

        // These three are not among the aliases that System.Management.Automation brings on every platform.
        state.Commands.Add(new SessionStateAliasEntry("select", "Select-Object"));
        state.Commands.Add(new SessionStateAliasEntry("sort", "Sort-Object"));
        state.Commands.Add(new SessionStateAliasEntry("sleep", "Start-Sleep"));
    }
}
