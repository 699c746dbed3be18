using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Write-Host: text for the person at the terminal; it is no result, and goes through the information stream.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
internal sealed class WriteHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object Separator { get; set; } = " ";

    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage
        {
            Message = Text(Object),
            NoNewLine = NoNewline,
            ForegroundColor = ForegroundColor,
            BackgroundColor = BackgroundColor,
        };
        WriteInformation(message, ["PSHOST"]);
    }

    private string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        PSObject { BaseObject: IEnumerable } wrapped when wrapped.BaseObject is not string => Text(wrapped.BaseObject),
        IEnumerable items => string.Join(LanguagePrimitives.ConvertTo<string>(Separator), items.Cast<object?>().Select(Text)),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };
}
