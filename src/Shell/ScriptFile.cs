using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace VsMigration.Shell;

/// <summary>The script of -File and its arguments, bound as pwsh binds them.</summary>
internal static class ScriptFile
{
    /// <returns>The full path.</returns>
    /// <exception cref="UsageException">There is no such script.</exception>
    public static string Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new UsageException($"the script '{path}' does not exist.");
        }

        return Path.GetExtension(full).Equals(".ps1", StringComparison.OrdinalIgnoreCase)
            ? full
            : throw new UsageException($"the script '{path}' must end in .ps1.");
    }

    /// <summary>Makes the script a function of the session: an 'exit' in it then says its number to the host, and not to a caller that is none.</summary>
    /// <returns>The function's name.</returns>
    /// <exception cref="ParseException">The script is no PowerShell.</exception>
    public static string Define(string path, SessionStateProxy session)
    {
        var script = Parser.ParseFile(path, out _, out var errors);
        if (errors.Length > 0)
        {
            throw new ParseException(errors);
        }

        var name = Path.GetFileName(path);
        session.InvokeProvider.Item.Set("function:global:" + WildcardPattern.Escape(name), script.GetScriptBlock());
        return name;
    }

    /// <summary>The call of a script: -Name value, -Name:value, -Switch, -Switch:$false, and values by position.</summary>
    public static Command Call(string function, IReadOnlyList<string> arguments)
    {
        var command = new Command(function, isScript: false, useLocalScope: false);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (argument.Length < 2 || argument[0] != '-')
            {
                command.Parameters.Add(null, argument);
            }
            else if (colon < 0)
            {
                // Without a value the binder decides: a switch, or a parameter that takes the next argument.
                command.Parameters.Add(argument);
            }
            else if (colon < argument.Length - 1)
            {
                command.Parameters.Add(argument[..colon], SwitchOrText(argument[(colon + 1)..]));
            }
            else
            {
                command.Parameters.Add(argument[..colon], i + 1 < arguments.Count ? arguments[++i] : null);
            }
        }

        return command;
    }

    private static object SwitchOrText(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" or "TRUE" => true,
        "$FALSE" or "FALSE" => false,
        _ => text,
    };
}
