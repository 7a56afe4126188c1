using System.Text;

namespace ClickUpMcp.Text;

/// <summary>Which characters cannot be seen.</summary>
internal static class InvisibleText
{
    public const int ZeroWidthJoiner = 0x200D;
    public const int ZeroWidthNonJoiner = 0x200C;

    /// <summary>Whether the character shows nothing and carries no layout but line breaks and tabs.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' => false,
            < 0x20 or (>= 0x7F and < 0xA0) => true,
            0xAD => true, // soft hyphen
            0x034F => true, // combining grapheme joiner
            0x061C or 0x200E or 0x200F => true, // bidirectional marks
            0x115F or 0x1160 or 0x3164 or 0xFFA0 => true, // Hangul fillers
            0x17B4 or 0x17B5 => true, // Khmer inherent vowels
            >= 0x180B and <= 0x180F => true, // Mongolian selectors and vowel separator
            >= 0x200B and <= 0x200C => true, // zero-width space and non-joiner
            >= 0x2028 and <= 0x202E => true, // separators and bidirectional embeddings
            >= 0x2060 and <= 0x206F => true, // word joiner, invisible operators, isolates, deprecated controls
            0xFEFF => true, // zero-width no-break space
            >= 0xFFF0 and <= 0xFFFB => true, // unassigned and interlinear annotation
            >= 0x1BCA0 and <= 0x1BCA3 => true, // shorthand format controls
            >= 0x1D173 and <= 0x1D17A => true, // musical format controls
            >= 0xE0000 and <= 0xE00FF => true, // tags
            >= 0xE01F0 and <= 0xE0FFF => true, // unassigned, ignorable by default
            _ => false,
        };

    /// <summary>Whether the character shows, whatever stands around it: most of what people write in Europe and East Asia.</summary>
    public static bool IsPlain(char c) =>
        c
            is '\n'
                or '\t'
                or (>= ' ' and <= '~')
                or (>= '\u00A0' and <= '\u02FF' and not '\u00AD')
                or (>= '\u0370' and <= '\u058F')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF');

    /// <summary>Whether the character only chooses how the one before it looks.</summary>
    public static bool IsVariationSelector(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F || IsIdeographicSelector(rune);

    /// <summary>Whether it is one of the 240 selectors for ideographs.</summary>
    public static bool IsIdeographicSelector(Rune rune) => rune.Value is >= 0xE0100 and <= 0xE01EF;

    /// <summary>Whether it is a Chinese, Japanese or Korean ideograph.</summary>
    public static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
