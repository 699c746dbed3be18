namespace VsMigration.Shell;

/// <summary>The exit codes of vsm, equal to those of pwsh where pwsh has one.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The last statement of a command failed, a script ended by an error, or the module cannot be loaded.</summary>
    public const int Failure = 1;

    /// <summary>The command line cannot be understood (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>Added to a signal's number when that signal ended the program, as shells do.</summary>
    public const int SignalBase = 128;
}
