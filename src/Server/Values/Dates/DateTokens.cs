namespace ClickUpMcp.Values;

/// <summary>The tokens of a date's text and how far they have been read.</summary>
internal sealed class DateTokens
{
    private readonly List<DateToken> _tokens = [];

    public DateTokens(string text)
    {
        bool isJoined = false;
        for (int i = 0; i < text.Length; )
        {
            int start = i;
            DateTokenKind kind = Classify(text[i]);
            while (kind is DateTokenKind.Number or DateTokenKind.Word && i < text.Length && Belongs(text, i, kind))
            {
                i++;
            }

            if (kind is not (DateTokenKind.Number or DateTokenKind.Word))
            {
                i++;
            }

            if (kind == DateTokenKind.End)
            {
                isJoined &= IsInvisible(text[start]);
                continue;
            }

            _tokens.Add(new DateToken(kind, Fold(text[start..i]), isJoined));
            isJoined = true;
            if (kind == DateTokenKind.Word && i < text.Length && text[i] is '.' or '-' && !IsBeforeDigit(text, i))
            {
                // The dot of an abbreviation and the hyphen of "end-of-month" only part words.
                isJoined = false;
                i++;
            }
        }
    }

    /// <summary>How many tokens have been read; may be set back.</summary>
    public int Position { get; set; }

    /// <summary>Whether every token has been read.</summary>
    public bool AtEnd => Position >= _tokens.Count;

    /// <summary>The next token.</summary>
    public DateToken Current => Peek(0);

    /// <summary>The token so many after the next one.</summary>
    public DateToken Peek(int offset) =>
        Position + offset >= 0 && Position + offset < _tokens.Count ? _tokens[Position + offset] : DateToken.End;

    /// <summary>Reads the given words or signs if they come next, all of them or none.</summary>
    public bool Take(params ReadOnlySpan<string> texts)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            if (Peek(i).Text != texts[i])
            {
                return false;
            }
        }

        Position += texts.Length;
        return true;
    }

    /// <summary>Reads the next word if <paramref name="read"/> makes something of it.</summary>
    public T? Take<T>(Func<string, T?> read)
        where T : struct
    {
        T? result = Current.Kind == DateTokenKind.Word ? read(Current.Text) : null;
        Position += result is null ? 0 : 1;
        return result;
    }

    /// <summary>Reads a number of so many digits.</summary>
    public int? TakeNumber(int least, int most)
    {
        int? number = Current.IsNumber(least, most) ? int.Parse(Current.Text) : null;
        Position += number is null ? 0 : 1;
        return number;
    }

    /// <summary>Reads one of the signs if it comes next and joins both neighbours; gives it, or null.</summary>
    public char? TakeJoint(string signs)
    {
        DateToken sign = Current;
        bool isJoint =
            sign.Kind == DateTokenKind.Symbol
            && sign.IsJoined
            && signs.Contains(sign.Text[0], StringComparison.Ordinal)
            && Peek(1) is { IsJoined: true, Kind: not DateTokenKind.Symbol };
        Position += isJoint ? 1 : 0;
        return isJoint ? sign.Text[0] : null;
    }

    private static bool Belongs(string text, int index, DateTokenKind kind) =>
        Classify(text[index]) == kind
        || (
            kind == DateTokenKind.Word
            && text[index] is '\'' or '’'
            && index + 1 < text.Length
            && char.IsAsciiLetter(text[index + 1])
        );

    private static bool IsBeforeDigit(string text, int index) =>
        index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]);

    private static string Fold(string text)
    {
        string folded =
            text[0] is '–' or '−' or '‐' or '‑' ? "-"
            : text[0] == '’' ? "'"
            : text.ToLowerInvariant().Replace('’', '\'');
        // "Next week's friday" is the friday of next week.
        string owner = folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;
        return DateWords.Period(owner) is null && DateWords.DaysFromToday(owner) is null ? folded : owner;
    }

    // Nothing of a date is said by these.
    private static DateTokenKind Classify(char c) =>
        char.IsAsciiDigit(c) ? DateTokenKind.Number
        : char.IsAsciiLetter(c) ? DateTokenKind.Word
        : char.IsWhiteSpace(c) || IsInvisible(c) || c is ',' or '(' or ')' or '"' or '·' or '•' or '∙'
            ? DateTokenKind.End
        : DateTokenKind.Symbol;

    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff';
}
