using System.Buffers;
using System.Text;

namespace ClickUpMcp.Text;

/// <summary>Removes from user-authored text what a person would not see but a model would read.</summary>
/// <remarks>
/// Tag characters, bidirectional controls, zero-width and other invisible characters, orphan variation selectors, control characters, and
/// what <see cref="HiddenMarkup"/> knows. Emoji sequences, ideographic variants and joiners of scripts that need them stay. Cleaning twice
/// changes nothing more.
/// </remarks>
internal static class OutputSanitizer
{
    // Nobody nests hidden text in hidden text deeper, but to wear this out.
    private const int MostPasses = 8;

    private static readonly SearchValues<char> PlainAscii = SearchValues.Create(
        "\t\n !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    /// <summary>The text without hidden content; code in Markdown, which is shown as it is, keeps its tags and comments.</summary>
    public static string Clean(string text) => Clean(text, isLine: false);

    /// <summary>The text cleaned and on one line, runs of white space being one space.</summary>
    public static string CleanLine(string text) => Clean(text, isLine: true);

    /// <summary>The text on one line for a page that people read, where markup shows as it stands.</summary>
    public static string VisibleLine(string text) => OneLine(IsPlain(text) ? text : RemoveInvisible(text));

    private static string Clean(string text, bool isLine)
    {
        bool isPlain = IsPlain(text);
        for (int pass = 0; pass < MostPasses; pass++)
        {
            text = isPlain ? text : RemoveInvisible(text);
            text = isLine ? OneLine(text) : text;
            if (!HiddenMarkup.MayBeIn(text))
            {
                return text;
            }

            string removed = HiddenMarkup.Remove(text, keepsCode: !isLine);
            if (ReferenceEquals(removed, text))
            {
                return text;
            }

            text = removed;
        }

        text = RemoveInvisible(HiddenMarkup.Defuse(text));
        return isLine ? OneLine(text) : text;
    }

    private static string OneLine(string text)
    {
        ReadOnlySpan<char> all = text;
        return
            all.ContainsAny('\n', '\t')
            || all.Contains("  ", StringComparison.Ordinal)
            || all.Trim(' ').Length < all.Length
            ? string.Join(' ', text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            : text;
    }

    private static string RemoveInvisible(string text)
    {
        StringBuilder output = new(text.Length);
        Rune joiner = default;
        string region = "";
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (RegionalFlag.IsLetter(rune))
            {
                region = EmojiText.IsAtEnd(output) ? RegionalFlag.Add(region, rune) : "";
                continue;
            }

            if (RegionalFlag.IsEnd(rune, region) && EmojiText.Last(output) is { Value: RegionalFlag.Flag })
            {
                RegionalFlag.Append(output, region);
            }

            region = "";
            if (rune.Value is InvisibleText.ZeroWidthJoiner or InvisibleText.ZeroWidthNonJoiner)
            {
                joiner = rune;
                continue;
            }

            if (InvisibleText.IsInvisible(rune) || (InvisibleText.IsVariationSelector(rune) && !Fits(output, rune)))
            {
                continue;
            }

            if (joiner.Value != 0 && Shows(joiner, output, rune))
            {
                Append(output, joiner);
            }

            joiner = default;
            Append(output, rune);
        }

        return output.ToString();
    }

    private static bool Shows(Rune joiner, StringBuilder before, Rune after) =>
        joiner.Value == InvisibleText.ZeroWidthJoiner && EmojiText.IsEmoji(after)
            ? EmojiText.IsAtEnd(before)
            : before.Length > 0 && EmojiText.Last(before) is { } last && JoiningScripts.ShowBetween(last, after);

    // One selector after something visible; a run of them can spell out hidden bytes.
    private static bool Fits(StringBuilder output, Rune selector)
    {
        if (output.Length == 0 || EmojiText.Last(output) is not { } last)
        {
            return false;
        }

        return InvisibleText.IsIdeographicSelector(selector)
            ? InvisibleText.IsIdeograph(last)
            : !Rune.IsWhiteSpace(last) && !InvisibleText.IsVariationSelector(last);
    }

    private static void Append(StringBuilder output, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        output.Append(units[..rune.EncodeToUtf16(units)]);
    }

    // Most text is this, which needs no look at each character.
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        int other = text.IndexOfAnyExcept(PlainAscii);
        for (; other >= 0 && other < text.Length; other++)
        {
            if (!InvisibleText.IsPlain(text[other]))
            {
                return false;
            }
        }

        return true;
    }
}
