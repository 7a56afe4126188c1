using System.Buffers;
using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>Finds the statements of a TOML text, values of any form included, without reading what they mean.</summary>
internal sealed class TomlReader
{
    private const int Deepest = 64;

    private static readonly SearchValues<char> Bare = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    );

    private static readonly SearchValues<char> Scalar = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+.:"
    );

    private readonly string _text;
    private int _at;

    private TomlReader(string text) => _text = text;

    private bool IsAtEnd => _at >= _text.Length;

    private char Next => IsAtEnd ? '\0' : _text[_at];

    /// <summary>All statements, in order.</summary>
    /// <exception cref="UnreadableFileException">The text is no TOML.</exception>
    public static IReadOnlyList<TomlStatement> Read(string text)
    {
        TomlReader reader = new(text);
        List<TomlStatement> statements = [];
        IReadOnlyList<string> table = [];
        for (reader.SkipLines(); !reader.IsAtEnd; reader.SkipLines())
        {
            int start = text.LastIndexOf('\n', Math.Max(reader._at - 1, 0)) + 1;
            bool isHeader = reader.Next == '[';
            IReadOnlyList<string> path = isHeader ? reader.ReadHeader() : [.. table, .. reader.ReadPair()];
            table = isHeader ? path : table;
            reader.EndLine();
            statements.Add(new TomlStatement(isHeader, path, start, reader._at));
        }

        return statements;
    }

    private string[] ReadHeader()
    {
        bool isList = _text.AsSpan(_at).StartsWith("[[");
        _at += isList ? 2 : 1;
        string[] path = ReadKey();
        Expect(isList ? "]]" : "]");
        return path;
    }

    private string[] ReadPair()
    {
        string[] path = ReadKey();
        Expect("=");
        SkipSpaces();
        ReadValue(0);
        return path;
    }

    private string[] ReadKey()
    {
        List<string> parts = [];
        do
        {
            SkipSpaces();
            int start = _at;
            if (Next is '"' or '\'')
            {
                ReadLine(Next);
                parts.Add(_text[(start + 1)..(_at - 1)]);
            }
            else
            {
                SkipAll(Bare);
                parts.Add(_at > start ? _text[start.._at] : throw Wrong("a key should stand here."));
            }

            SkipSpaces();
        } while (Skip('.'));

        return [.. parts];
    }

    private void ReadValue(int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong("values are nested too deep.");
        }

        switch (Next)
        {
            case '"' or '\'':
                ReadText(Next);
                break;
            case '[':
                ReadItems(']', () => ReadValue(depth + 1));
                break;
            case '{':
                ReadItems(
                    '}',
                    () =>
                    {
                        ReadKey();
                        Expect("=");
                        SkipSpaces();
                        ReadValue(depth + 1);
                    }
                );
                break;
            default:
                ReadScalar();
                break;
        }
    }

    private void ReadItems(char close, Action readItem)
    {
        int open = _at++;
        for (SkipLines(); !Skip(close); SkipLines())
        {
            if (IsAtEnd)
            {
                throw Wrong(open, $"no {close} ends what begins here.");
            }

            readItem();
            SkipLines();
            if (!Skip(',') && Next != close)
            {
                throw Wrong($"a comma or {close} should stand here.");
            }
        }
    }

    private void ReadScalar()
    {
        int start = _at;
        SkipAll(Scalar);
        // A date and its time may have a space between them.
        if (_at - start == 10 && Next == ' ' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            SkipAll(Scalar);
        }

        if (_at == start)
        {
            throw Wrong("a value should stand here.");
        }
    }

    private void ReadText(char quote)
    {
        string end = new(quote, 3);
        if (!_text.AsSpan(_at).StartsWith(end))
        {
            ReadLine(quote);
            return;
        }

        int open = _at;
        for (_at += end.Length; !_text.AsSpan(_at).StartsWith(end); _at += quote == '"' && Next == '\\' ? 2 : 1)
        {
            if (IsAtEnd)
            {
                throw Wrong(open, "the text that begins here does not end.");
            }
        }

        // Up to two quotes more belong to the text.
        _at += end.Length;
        while (Next == quote)
        {
            _at++;
        }
    }

    private void ReadLine(char quote)
    {
        int open = _at;
        for (_at++; Next != quote; _at += quote == '"' && Next == '\\' ? 2 : 1)
        {
            if (IsAtEnd || Next is '\n' or '\r')
            {
                throw Wrong(open, "the text that begins here does not end.");
            }
        }

        _at++;
    }

    private void EndLine()
    {
        SkipSpaces();
        SkipComment();
        Skip('\r');
        if (!IsAtEnd && !Skip('\n'))
        {
            throw Wrong("the line should end here.");
        }
    }

    private void SkipLines()
    {
        while (Next is ' ' or '\t' or '\r' or '\n' or '#')
        {
            if (Next == '#')
            {
                SkipComment();
            }
            else
            {
                _at++;
            }
        }
    }

    private void SkipComment()
    {
        if (Next == '#')
        {
            int end = _text.IndexOf('\n', _at);
            _at = end < 0 ? _text.Length : end;
        }
    }

    private void SkipSpaces()
    {
        while (Next is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipAll(SearchValues<char> letters)
    {
        int length = _text.AsSpan(_at).IndexOfAnyExcept(letters);
        _at = length < 0 ? _text.Length : _at + length;
    }

    private bool Skip(char letter)
    {
        bool isThere = !IsAtEnd && Next == letter;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string expected)
    {
        SkipSpaces();
        if (!_text.AsSpan(Math.Min(_at, _text.Length)).StartsWith(expected))
        {
            throw Wrong($"{expected} should stand here.");
        }

        _at += expected.Length;
    }

    private UnreadableFileException Wrong(string problem) => Wrong(_at, problem);

    private UnreadableFileException Wrong(int at, string problem)
    {
        byte[] before = Encoding.UTF8.GetBytes(_text[..Math.Min(at, _text.Length)]);
        return new(LineAndColumn.Of(before, before.Length), problem);
    }
}
