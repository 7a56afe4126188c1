namespace ClickUpMcp.Text;

/// <summary>An HTML start tag in a text, and whether a browser would show what is in it.</summary>
internal readonly ref struct HtmlTag
{
    // A tag longer than that is text: no browser's limit, but nothing that people write.
    private const int Longest = 4096;

    private HtmlTag(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes, int length)
    {
        Name = name;
        Length = length;
        HiddenName = NeverShown(name);
        IsHidden = HiddenName > 0 || IsHiddenBy(attributes);
        IsEmpty = attributes.EndsWith('/') || IsVoid(name);
    }

    /// <summary>Its name, as it stands.</summary>
    public ReadOnlySpan<char> Name { get; }

    /// <summary>Characters from its <c>&lt;</c> to its <c>&gt;</c>.</summary>
    public int Length { get; }

    /// <summary>Whether nothing of it is seen.</summary>
    public bool IsHidden { get; }

    /// <summary>Which of the names hides it, from 1; 0 where its attributes do.</summary>
    /// <remarks>What is in such an element is no markup, so that the first end tag ends it.</remarks>
    public int HiddenName { get; }

    /// <summary>Whether it has no content and no end tag.</summary>
    public bool IsEmpty { get; }

    /// <summary>Reads the start tag that a text begins with.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out HtmlTag tag)
    {
        tag = default;
        ReadOnlySpan<char> rest = text[..Math.Min(text.Length, Longest)];
        if (rest.Length < 3 || rest[0] != '<' || !char.IsAsciiLetter(rest[1]))
        {
            return false;
        }

        int nameEnd = 1 + rest[1..].IndexOfAny(" \t\n/>");
        int end = nameEnd > 0 ? End(rest, nameEnd) : -1;
        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<char> name = rest[1..nameEnd];
        ReadOnlySpan<char> attributes = rest[nameEnd..end];
        tag = new HtmlTag(name, attributes, end + 1);
        return true;
    }

    /// <summary>Characters up to the end of its end tag; -1 where there is none.</summary>
    public int LengthWithContent(ReadOnlySpan<char> text)
    {
        int depth = 1;
        int at = Length;
        while (text[at..].IndexOf('<') is var next and >= 0)
        {
            at += next + 1;
            bool isEnd = at < text.Length && text[at] == '/';
            if (!IsNamedAt(text[(isEnd ? at + 1 : at)..]))
            {
                continue;
            }

            depth +=
                isEnd ? -1
                : HiddenName > 0 ? 0
                : 1;
            if (depth == 0)
            {
                int close = text[at..].IndexOf('>');
                return close < 0 ? -1 : at + close + 1;
            }
        }

        return -1;
    }

    private bool IsNamedAt(ReadOnlySpan<char> text) =>
        text.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
        && text.Length > Name.Length
        && text[Name.Length] is ' ' or '\t' or '\n' or '/' or '>';

    // A ">" within quotes does not end the tag.
    private static int End(ReadOnlySpan<char> text, int from)
    {
        while (text[from..].IndexOfAny('"', '\'', '>') is var next and >= 0)
        {
            from += next;
            if (text[from] == '>')
            {
                return from;
            }

            int length = text[(from + 1)..].IndexOf(text[from]);
            if (length < 0)
            {
                return -1;
            }

            from += length + 2;
        }

        return -1;
    }

    // Others that a browser does not show, such as <title>, stand in texts of people who write about them.
    private static int NeverShown(ReadOnlySpan<char> name) =>
        Is(name, "script") ? 1
        : Is(name, "style") ? 2
        : Is(name, "template") ? 3
        : 0;

    private static bool IsVoid(ReadOnlySpan<char> name) =>
        Is(name, "br")
        || Is(name, "hr")
        || Is(name, "img")
        || Is(name, "input")
        || Is(name, "link")
        || Is(name, "meta")
        || Is(name, "wbr");

    private static bool IsHiddenBy(ReadOnlySpan<char> attributes)
    {
        foreach (Range range in attributes.SplitAny(' ', '\t', '\n', '/'))
        {
            ReadOnlySpan<char> word = attributes[range];
            if (Is(word, "hidden") || word.StartsWith("hidden=", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return HiddenStyle.IsIn(attributes);
    }

    private static bool Is(ReadOnlySpan<char> text, string word) =>
        text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
