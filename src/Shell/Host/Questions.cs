using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace VsMigration.Shell.Host;

/// <summary>Asks the person at the terminal. Where there is none, a question is an error that says what was asked.</summary>
internal sealed class Questions(Terminal terminal, WaitHandle interrupted)
{
    private readonly KeyboardLine _keyboard = new(terminal, interrupted);

    public string ReadLine()
    {
        RequireSomebody("A line");
        return _keyboard.Read();
    }

    /// <summary>Reads a line that does not appear on the screen, not even as stars.</summary>
    public SecureString ReadSecret()
    {
        RequireSomebody("A secret");
        return _keyboard.ReadSecret();
    }

    /// <summary>Asks until the answer is one of the choices; an empty answer is the default, if there is one.</summary>
    public int AskForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireSomebody(string.IsNullOrEmpty(message) ? caption : message, "; -Confirm:$false answers it beforehand");
        ShowHeading(caption, message);
        var labels = choices.Select(choice => new ChoiceLabel(choice)).ToList();
        while (true)
        {
            foreach (var (label, index) in labels.Select((label, index) => (label, index)))
            {
                var text = $"[{label.Key}] {label.Text}  ";
                terminal.Write(index == defaultChoice ? PSStyle.Instance.Foreground.BrightYellow + text + PSStyle.Instance.Reset : text);
            }

            var standard = defaultChoice >= 0 && defaultChoice < labels.Count ? $" (default is \"{labels[defaultChoice].Key}\")" : "";
            terminal.Write($"[?] Help{standard}: ");
            var answer = _keyboard.Read().Trim();
            if (answer.Length == 0 && standard.Length > 0)
            {
                return defaultChoice;
            }

            if (answer == "?")
            {
                labels.ForEach(label => terminal.WriteLine($"{label.Key} - {label.Help}"));
                continue;
            }

            var chosen = labels.FindIndex(label => label.IsMeantBy(answer));
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    /// <summary>Asks for the values of mandatory parameters.</summary>
    public Dictionary<string, PSObject> AskForFields(string caption, string message, Collection<FieldDescription> fields)
    {
        RequireSomebody(string.Join(", ", fields.Select(field => field.Name)));
        ShowHeading(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            answers[field.Name] = AskForField(field);
        }

        return answers;
    }

    /// <summary>Asks for a user name, if none is given, and a password.</summary>
    public PSCredential AskForCredential(string caption, string message, string userName)
    {
        RequireSomebody(string.IsNullOrEmpty(message) ? "A credential" : message);
        ShowHeading(caption, message);
        var user = userName;
        while (string.IsNullOrWhiteSpace(user))
        {
            terminal.Write("User: ");
            user = _keyboard.Read();
        }

        terminal.Write($"Password for user {user}: ");
        return new PSCredential(user, _keyboard.ReadSecret());
    }

    private PSObject AskForField(FieldDescription field)
    {
        var type = field.ParameterAssemblyFullName is { Length: > 0 } assembly
            ? Type.GetType(field.ParameterTypeFullName + ", " + assembly) ?? typeof(string)
            : typeof(string);
        if (type == typeof(SecureString))
        {
            terminal.Write(field.Name + ": ");
            return PSObject.AsPSObject(_keyboard.ReadSecret());
        }

        if (type == typeof(PSCredential))
        {
            return PSObject.AsPSObject(AskForCredential("", field.Name, ""));
        }

        if (!type.IsArray)
        {
            terminal.Write(field.Name + ": ");
            return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(_keyboard.Read(), type, CultureInfo.InvariantCulture));
        }

        var items = new List<string>();
        while (true)
        {
            terminal.Write(string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{items.Count}]: "));
            var item = _keyboard.Read();
            if (item.Length == 0)
            {
                return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(items, type, CultureInfo.InvariantCulture));
            }

            items.Add(item);
        }
    }

    private void ShowHeading(string caption, string message)
    {
        foreach (var line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line)))
        {
            terminal.WriteLine(line);
        }
    }

    private void RequireSomebody(string question, string hint = "")
    {
        if (!terminal.CanAsk)
        {
            throw new HostException($"vsm does not run interactively and cannot ask: {question}{hint}.");
        }
    }

    /// <summary>"&amp;Yes" as the key Y and the text Yes.</summary>
    private sealed class ChoiceLabel
    {
        public ChoiceLabel(ChoiceDescription choice)
        {
            var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
            Text = choice.Label.Replace("&", "", StringComparison.Ordinal);
            Key = mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label[mark + 1].ToString().ToUpperInvariant() : Text;
            Help = choice.HelpMessage;
        }

        public string Key { get; }

        public string Text { get; }

        public string Help { get; }

        public bool IsMeantBy(string answer) =>
            string.Equals(answer, Key, StringComparison.OrdinalIgnoreCase) || string.Equals(answer, Text, StringComparison.OrdinalIgnoreCase);
    }
}
