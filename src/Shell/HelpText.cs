namespace VsMigration.Shell;

/// <summary>What --help prints.</summary>
internal static class HelpText
{
    public const string Usage =
        """
        vsm - virtual system migration from a prompt: PowerShell's language with the module VsMigration

          vsm                              an interactive prompt
          vsm -Command|-c <text...>        runs the text; - reads it from standard input
          vsm [-File|-f] <path> [args...]  runs a script; args bind to its param block (-Name value, -Switch)
          vsm -                            runs standard input

          -NonInteractive                  never asks: a question is an error
          -Module <path>                   loads this module instead of the VsMigration.psd1 beside vsm or above it
          -NoLogo -NoProfile -ExecutionPolicy <policy>
                                           accepted, as pwsh has them
          -Help|-h   -Version|-v

        Options come before -Command, -File or a path; all that follows belongs to the command or the script.

        Exit code: what 'exit n' says; else 0, or 1 when the last statement of a command failed or an error ended
        the script; 64 bad option; 130 after Ctrl-C, 143 after SIGTERM, 129 after SIGHUP.
        vsm does not exit while migration jobs run: it says so and waits. A signal cancels them first.

        NO_COLOR, or output that is no terminal: plain text without progress. Errors, warnings and verbose text go
        to standard error, results to standard output.

        Try:  vsm -c 'Get-VSMigrationSystem -Session simulator:'
              vsm -c 'Get-Command -Module VsMigration'
        """;
}
