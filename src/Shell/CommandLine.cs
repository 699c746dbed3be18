using System.Collections.Generic;
using System.IO;

namespace VsMigration.Shell;

/// <summary>What vsm was asked to run.</summary>
internal enum ShellAction
{
    Prompt,
    Command,
    File,
    StandardInput,
    Help,
    Version,
}

/// <summary>The parsed command line. Options are those of pwsh, in any case.</summary>
internal sealed class CommandLine
{
    public ShellAction Action { get; private set; } = ShellAction.Prompt;

    /// <summary>The text of -Command or the path of -File.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What follows the path of -File.</summary>
    public IReadOnlyList<string> Arguments { get; private set; } = [];

    /// <summary>No question may be asked, whatever standard input is.</summary>
    public bool NonInteractive { get; private set; }

    public bool NoLogo { get; private set; }

    /// <summary>The module to load instead of the VsMigration.psd1 that is found; null = find it.</summary>
    public string? ModulePath { get; private set; }

    /// <summary>Reads the arguments of the program.</summary>
    /// <exception cref="UsageException">An option is unknown or lacks its value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine();
        for (var i = 0; i < args.Count; i++)
        {
            switch (OptionName(args[i]))
            {
                case "c" or "command":
                    line.Take(ShellAction.Command, string.Join(' ', Rest(args, i, "a command")), []);
                    return line;
                case "f" or "file":
                    line.TakeFile(Rest(args, i, "the path of a script"));
                    return line;
                case "":
                    line.Take(ShellAction.StandardInput, "", []);
                    return line;
                case "h" or "?" or "help":
                    line.Action = ShellAction.Help;
                    return line;
                case "v" or "version":
                    line.Action = ShellAction.Version;
                    return line;
                case "noninteractive" or "noni":
                    line.NonInteractive = true;
                    break;
                case "nologo" or "nol":
                    line.NoLogo = true;
                    break;
                case "noprofile" or "nop":  // vsm has no profiles
                    break;
                case "executionpolicy" or "ep" or "ex":  // only Windows has one, and there the machine's policy rules
                    _ = Rest(args, i++, "a policy");
                    break;
                case "module":
                    var module = Rest(args, i++, "the path of a module")[0];
                    line.ModulePath = Path.Exists(module) ? Path.GetFullPath(module) : module;  // a bare name is looked for in PSModulePath
                    break;
                case null:
                    line.TakeFile(Rest(args, i - 1, "the path of a script"));
                    return line;
                default:
                    throw new UsageException($"'{args[i]}' is not an option of vsm.");
            }
        }

        return line;
    }

    private void TakeFile(List<string> rest) => Take(ShellAction.File, rest[0], rest.GetRange(1, rest.Count - 1));

    private void Take(ShellAction action, string text, IReadOnlyList<string> arguments)
    {
        // "-" in the place of a command or a path is standard input, as everywhere
        Action = text == "-" ? ShellAction.StandardInput : action;
        Text = text;
        Arguments = arguments;
    }

    /// <summary>The option without its dashes, in lower case; null when the argument is none.</summary>
    private static string? OptionName(string argument) =>
        argument.StartsWith('-') ? argument.TrimStart('-').ToLowerInvariant() : null;

    private static List<string> Rest(IReadOnlyList<string> args, int option, string what)
    {
        var rest = new List<string>();
        for (var i = option + 1; i < args.Count; i++)
        {
            rest.Add(args[i]);
        }

        return rest.Count > 0 ? rest : throw new UsageException($"{what} must follow {args[option]}.");
    }
}
