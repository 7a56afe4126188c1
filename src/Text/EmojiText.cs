using System.Text;

namespace ClickUpMcp.Text;

/// <summary>Tells emoji from other text, closely enough to keep joined sequences whole.</summary>
internal static class EmojiText
{
    /// <summary>Whether the character is an emoji or a symbol that emoji sequences are made of.</summary>
    public static bool IsEmoji(Rune rune) =>
        rune.Value
            is (>= 0x1F000 and <= 0x1FAFF)
                or (>= 0x2190 and <= 0x21FF)
                or (>= 0x2300 and <= 0x27BF)
                or (>= 0x2B00 and <= 0x2BFF)
                or 0x00A9
                or 0x00AE;

    /// <summary>Whether the text ends in an emoji, with or without a variation selector.</summary>
    public static bool IsAtEnd(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is >= '\uFE00' and <= '\uFE0F')
        {
            return text.Length > 1 && Last(text, text.Length - 1) is { } before && IsEmoji(before);
        }

        return text.Length > 0 && Last(text) is { } last && IsEmoji(last);
    }

    /// <summary>The last character of a text that is not empty.</summary>
    public static Rune? Last(StringBuilder text) => Last(text, text.Length);

    private static Rune? Last(StringBuilder text, int end)
    {
        char last = text[end - 1];
        if (char.IsLowSurrogate(last) && end > 1 && Rune.TryCreate(text[end - 2], last, out Rune pair))
        {
            return pair;
        }

        return Rune.TryCreate(last, out Rune single) ? single : null;
    }
}
