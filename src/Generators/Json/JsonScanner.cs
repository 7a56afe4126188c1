using System.Globalization;
using System.Text;

namespace ClickUpMcp.Generators.Json;

/// <summary>Takes single tokens off a JSON text; on failure the position stays at the offending character.</summary>
internal sealed class JsonScanner(string text)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>The character at the position; NUL at the end.</summary>
    public char Current => At(Position);

    public void SkipWhitespace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
        {
            Position++;
        }
    }

    public bool TryTake(char expected)
    {
        if (AtEnd || Current != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TryWord(string word)
    {
        if (string.CompareOrdinal(text, Position, word, 0, word.Length) != 0)
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    public bool TryNumber(out string number)
    {
        int start = Position;
        number = "";
        TryTake('-');
        if (!TryTake('0') && !TryDigits())
        {
            return false;
        }

        if (TryTake('.') && !TryDigits())
        {
            return false;
        }

        if (TryTake('e') || TryTake('E'))
        {
            if (!TryTake('+'))
            {
                TryTake('-');
            }

            if (!TryDigits())
            {
                return false;
            }
        }

        number = text.Substring(start, Position - start);
        return true;
    }

    /// <summary>Takes a string, opening quote included.</summary>
    public bool TryString(out string value, out string problem)
    {
        var output = new StringBuilder();
        value = problem = "";
        Position++;
        while (!AtEnd)
        {
            char c = Current;
            if (c == '"')
            {
                value = output.ToString();
                if (HasLoneSurrogate(value))
                {
                    problem = "a string holds half a surrogate pair";
                    return false;
                }

                Position++;
                return true;
            }

            if (c < ' ')
            {
                problem = "a control character must be escaped inside a string";
                return false;
            }

            if (c == '\\')
            {
                if (!TryEscape(output))
                {
                    problem = "bad escape";
                    return false;
                }

                continue;
            }

            output.Append(c);
            Position++;
        }

        problem = "a string was not closed";
        return false;
    }

    private bool TryEscape(StringBuilder output)
    {
        char escape = At(Position + 1);
        if (escape == 'u')
        {
            if (
                Position + 6 > text.Length
                || !ushort.TryParse(
                    text.Substring(Position + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out ushort code
                )
            )
            {
                return false;
            }

            output.Append((char)code);
            Position += 6;
            return true;
        }

        const string Escapes = "\"\\/bfnrt";
        const string Characters = "\"\\/\b\f\n\r\t";
        int index = Escapes.IndexOf(escape);
        if (index < 0)
        {
            return false;
        }

        output.Append(Characters[index]);
        Position += 2;
        return true;
    }

    // Such text cannot be written as UTF-8, so it could not be emitted.
    private static bool HasLoneSurrogate(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && (i + 1 == value.Length || !char.IsSurrogatePair(value, i++)))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryDigits()
    {
        int start = Position;
        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        return Position > start;
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';
}
