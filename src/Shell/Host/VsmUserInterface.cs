using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace VsMigration.Shell.Host;

/// <summary>Where PowerShell's streams go: results to standard output; errors, warnings, verbose and debug text to standard error.</summary>
/// <remarks>pwsh mixes warnings into standard output; here what is piped on holds results only.</remarks>
internal sealed class VsmUserInterface(Terminal terminal, WaitHandle interrupted) : PSHostUserInterface
{
    private readonly Questions _questions = new(terminal, interrupted);

    public override PSHostRawUserInterface RawUI { get; } = new VsmRawUserInterface(terminal);

    public override bool SupportsVirtualTerminal => terminal.SupportsAnsi;

    public override void Write(string value) => terminal.Write(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        terminal.Write(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteLine(string value) => terminal.WriteLine(value);

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        terminal.WriteLine(Coloured(foregroundColor, backgroundColor, value));

    /// <summary>The text comes from PowerShell's error view, which has coloured it.</summary>
    public override void WriteErrorLine(string value) => terminal.WriteErrorLine(value, PSStyle.Instance.Formatting.Error);

    public override void WriteWarningLine(string message) =>
        terminal.WriteErrorLine("WARNING: " + message, PSStyle.Instance.Formatting.Warning);

    public override void WriteVerboseLine(string message) =>
        terminal.WriteErrorLine("VERBOSE: " + message, PSStyle.Instance.Formatting.Verbose);

    public override void WriteDebugLine(string message) =>
        terminal.WriteErrorLine("DEBUG: " + message, PSStyle.Instance.Formatting.Debug);

    public override void WriteProgress(long sourceId, ProgressRecord record) => terminal.ShowProgress(sourceId, record);

    public override string ReadLine() => _questions.ReadLine();

    public override SecureString ReadLineAsSecureString() => _questions.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _questions.AskForFields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _questions.AskForChoice(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _questions.AskForCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _questions.AskForCredential(caption, message, userName);

    private static string Coloured(ConsoleColor foreground, ConsoleColor background, string text)
    {
        // -1: Write-Host without that colour
        var begin = ((int)foreground < 0 ? "" : PSStyle.MapForegroundColorToEscapeSequence(foreground))
            + ((int)background < 0 ? "" : PSStyle.MapBackgroundColorToEscapeSequence(background));
        return begin.Length == 0 ? text : begin + text + PSStyle.Instance.Reset;
    }
}
