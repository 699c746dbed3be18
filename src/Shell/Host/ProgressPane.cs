using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace VsMigration.Shell.Host;

/// <summary>The activities under way, one line each, redrawn in place below the text of a terminal.</summary>
/// <remarks>Its owner serialises the calls. Without escape sequences there is no pane.</remarks>
internal sealed class ProgressPane(TextWriter writer, bool enabled)
{
    /// <summary>More activities than these are counted, not drawn.</summary>
    private const int MaximumLines = 6;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<(long Source, int Activity), ProgressRecord> _activities = [];
    private readonly List<(long Source, int Activity)> _order = [];
    private long _drawnAt;
    private int _drawnLines;

    /// <summary>Takes in a record; draws at most ten times a second.</summary>
    public void Update(long sourceId, ProgressRecord record, int width)
    {
        if (!enabled)
        {
            return;
        }

        var key = (sourceId, record.ActivityId);
        if (record.RecordType == ProgressRecordType.Completed)
        {
            _order.Remove(key);
            if (_activities.Remove(key))
            {
                Draw(width);
            }

            return;
        }

        var isNew = _activities.TryAdd(key, record);
        if (isNew)
        {
            _order.Add(key);
        }

        _activities[key] = record;
        if (isNew || Stopwatch.GetElapsedTime(_drawnAt) >= s_interval)
        {
            Draw(width);
        }
    }

    /// <summary>Takes the lines off the screen, because text is coming; the next update draws them again.</summary>
    public void Hide()
    {
        if (_drawnLines == 0)
        {
            return;
        }

        Put(Erase());
        _drawnLines = 0;
        _drawnAt = 0;
    }

    /// <summary>Forgets all activities: what they belonged to has ended.</summary>
    public void Clear()
    {
        Hide();
        _activities.Clear();
        _order.Clear();
    }

    /// <summary>One activity as one line that does not wrap.</summary>
    internal static string Render(ProgressRecord record, int width)
    {
        var line = new StringBuilder(record.Activity);
        if (!string.IsNullOrWhiteSpace(record.StatusDescription))
        {
            line.Append(": ").Append(record.StatusDescription);
        }

        if (!string.IsNullOrWhiteSpace(record.CurrentOperation))
        {
            line.Append(", ").Append(record.CurrentOperation);
        }

        if (record.SecondsRemaining >= 0)
        {
            line.Append(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds(record.SecondsRemaining):c} left");
        }

        var bar = record.PercentComplete < 0 ? "" : Bar(record.PercentComplete);
        var text = line.Replace('\n', ' ').Replace('\r', ' ').ToString();
        var room = Math.Max(0, width - 1 - bar.Length);
        return bar + (text.Length <= room ? text : text[..Math.Max(0, room - 1)] + "…");
    }

    private static string Bar(int percent)
    {
        const int Cells = 20;
        var filled = Math.Clamp(percent, 0, 100) * Cells / 100;
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', Cells - filled)}] {percent,3} % ");
    }

    private string Erase() => _drawnLines == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\e[{_drawnLines}A\r\e[J");

    private void Draw(int width)
    {
        var text = new StringBuilder(Erase());
        var lines = _order.Take(MaximumLines).Select(key => Render(_activities[key], width)).ToList();
        if (_order.Count > MaximumLines)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {_order.Count - MaximumLines} more"));
        }

        foreach (var line in lines)
        {
            text.Append(PSStyle.Instance.Progress.Style).Append(line).Append(PSStyle.Instance.Reset).Append('\n');
        }

        Put(text.ToString());
        _drawnLines = lines.Count;
        _drawnAt = Stopwatch.GetTimestamp();
    }

    private void Put(string text)
    {
        try
        {
            writer.Write(text);
        }
        catch (IOException)
        {
            // The terminal is gone; what is shown there does not matter any more.
        }
    }
}
