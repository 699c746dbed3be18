using System;
using System.Management.Automation.Host;

namespace VsMigration.Shell.Host;

/// <summary>The screen as far as PowerShell's formatting asks for it. There is no screen buffer to read or write: terminals have none.</summary>
internal sealed class VsmRawUserInterface(Terminal terminal) : PSHostRawUserInterface
{
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize
    {
        get => new(terminal.Width, Height);
        set => throw NoScreenBuffer();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw NoScreenBuffer();
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates CursorPosition
    {
        get => terminal.CanAsk ? new Coordinates(Console.CursorLeft, Console.CursorTop) : default;
        set
        {
            if (terminal.SupportsAnsi)
            {
                Console.SetCursorPosition(value.X, value.Y);
            }
        }
    }

    public override Coordinates WindowPosition
    {
        get => default;
        set => throw NoScreenBuffer();
    }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle
    {
        get => "vsm";
        set
        {
            if (terminal.SupportsAnsi)
            {
                Console.Title = value;
            }
        }
    }

    public override bool KeyAvailable => terminal.InputIsTerminal && Console.KeyAvailable;

    private int Height => terminal.OutputIsTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : 50;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!terminal.CanAsk)
        {
            throw new HostException("No key can be read: vsm does not run interactively.");
        }

        var key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    /// <summary>Clear-Host: the whole screen in blanks is all that can be asked for.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (terminal.SupportsAnsi)
        {
            Console.Clear();
        }
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NoScreenBuffer();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NoScreenBuffer();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw NoScreenBuffer();

    private static NotSupportedException NoScreenBuffer() => new("vsm has no screen buffer.");
}
