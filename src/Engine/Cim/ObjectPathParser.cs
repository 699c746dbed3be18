using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace VsMigration.Cim;

/// <summary>
/// Reads the two textual forms of an object path, which differ only in their beginning: <c>[scheme:][//host/][namespace:]class[.keys]</c>.
/// </summary>
internal sealed class ObjectPathParser
{
    private static readonly char[] s_valueBegins = { '=', '"' };
    private readonly string _text;
    private int _at;

    public ObjectPathParser(string text) => _text = text;

    /// <exception cref="FormatException">It is no object path.</exception>
    public CimObjectPath Parse()
    {
        string? host = Host();
        string space = Namespace();
        string className = Identifier("a class");
        var keys = new List<CimProperty>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (_at < _text.Length)
        {
            Expect('.');
            do
            {
                // A blank behind the comma is nobody's grammar and everybody's habit.
                SkipBlanks();
                string name = Identifier("a key");
                Expect('=');
                if (!names.Add(name))
                {
                    throw Bad($"the key {name} is there twice");
                }

                keys.Add(Value(name));
                SkipBlanks();
            }
            while (Take(','));
        }

        return _at == _text.Length ? new CimObjectPath(className, keys, space, host) : throw Bad("a comma is missing");
    }

    private string? Host()
    {
        int slashes = _text.IndexOf("//", StringComparison.Ordinal);
        if (slashes < 0 || (slashes > 0 && !IsScheme(slashes)))
        {
            return null;
        }

        _at = slashes + 2;
        int end = _text.IndexOf('/', _at);
        if (end < 0)
        {
            throw Bad("the host has no end");
        }

        return Between(end, '/', "the host cannot be one");
    }

    // What stands before a delimiter, which is passed over.
    private string Between(int end, char delimiter, string bad)
    {
        string part = _text.Substring(_at, end - _at);
        foreach (char c in part)
        {
            if (c <= ' ' || c is '"' or '\\')
            {
                throw Bad(bad);
            }
        }

        _at = end;
        Expect(delimiter);
        return part;
    }

    private bool IsScheme(int slashes)
    {
        for (int i = 0; i < slashes - 1; i++)
        {
            if (!char.IsLetterOrDigit(_text[i]) && _text[i] is not ('.' or '+' or '-'))
            {
                return false;
            }
        }

        return slashes > 1 && _text[slashes - 1] == ':';
    }

    private string Namespace()
    {
        // A WBEM URI on no host begins with a slash.
        Take('/');
        int end = _text.IndexOf(':', _at);
        int values = _text.IndexOfAny(s_valueBegins, _at);
        if (end < 0 || (values >= 0 && values < end))
        {
            return "";
        }

        return Between(end, ':', "the namespace cannot be one");
    }

    private string Identifier(string what)
    {
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or >= '\u0080'))
        {
            _at++;
        }

        return _at > start && !(_text[start] is >= '0' and <= '9') ? _text.Substring(start, _at - start) : throw Bad(what + " has no name");
    }

    private CimProperty Value(string name)
    {
        if (_at < _text.Length && _text[_at] is '"' or '\'')
        {
            char quote = _text[_at];
            string text = Quoted();
            return quote == '"' ? new CimProperty(name, CimType.String, text)
                : text.Length == 1 ? new CimProperty(name, CimType.Char16, text[0])
                : throw Bad("a char16 is one character");
        }

        int start = _at;
        while (_at < _text.Length && _text[_at] is not (',' or ' '))
        {
            _at++;
        }

        string word = _text.Substring(start, _at - start);
        if (string.Equals(word, "NULL", StringComparison.OrdinalIgnoreCase))
        {
            return new CimProperty(name, CimType.String, null);
        }

        object value = CimValueText.Boolean(word) ?? CimValueText.ParseNumber(word);
        return new CimProperty(name, CimValue.TypeOf(value.GetType()), value);
    }

    private string Quoted()
    {
        char quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            char c = _text[_at++];
            text.Append(c == '\\' ? Escaped() : c);
        }

        Expect(quote);
        return text.ToString();
    }

    private char Escaped()
    {
        if (_at == _text.Length)
        {
            throw Bad("an escape has no end");
        }

        char c = _text[_at++];
        return c switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            'x' or 'X' => Hexadecimal(),
            '\\' or '"' or '\'' => c,
            _ => throw Bad("there is no escape \\" + c),
        };
    }

    // One to four digits.
    private char Hexadecimal()
    {
        int start = _at;
        while (_at < _text.Length && _at < start + 4 && Uri.IsHexDigit(_text[_at]))
        {
            _at++;
        }

        return _at > start
            ? (char)int.Parse(_text.Substring(start, _at - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw Bad("an escape has no digits");
    }

    private void SkipBlanks()
    {
        while (Take(' '))
        {
        }
    }

    private bool Take(char c)
    {
        bool there = _at < _text.Length && _text[_at] == c;
        _at += there ? 1 : 0;
        return there;
    }

    private void Expect(char c)
    {
        if (!Take(c))
        {
            throw Bad($"{c} is missing");
        }
    }

    private FormatException Bad(string why) => new($"'{_text}' is no object path: {why} at {_at.ToString(CultureInfo.InvariantCulture)}.");
}
