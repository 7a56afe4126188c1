using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClickUpMcp.Values;

/// <summary>Folds names into forms that are equal for names that people take for the same.</summary>
/// <remarks>Works without globalization data, which the native program does not have.</remarks>
internal static class NameFolding
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = FirstFullWidth - '!';

    private static readonly SearchValues<char> Unchanged = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~"
    );

    /// <summary>Upper case, decomposed, marks in one order, single spaces, nothing invisible; folding it again changes nothing.</summary>
    public static string ToPlain(string text)
    {
        if (
            !text.AsSpan().ContainsAnyExcept(Unchanged)
            && !text.Contains("  ", StringComparison.Ordinal)
            && text.AsSpan().Trim(' ').Length == text.Length
        )
        {
            return text;
        }

        StringBuilder plain = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(plain, rune);
        }

        OrderMarks(plain);
        while (plain.Length > 0 && plain[^1] == ' ')
        {
            plain.Length--;
        }

        return plain.ToString();
    }

    /// <summary>The words of a plain text: letters, digits and what belongs to them, with one space between.</summary>
    public static string ToWords(string plain)
    {
        StringBuilder words = new(plain.Length);
        bool isApart = false;
        foreach (Rune rune in plain.EnumerateRunes())
        {
            if (IsDiacritic(rune.Value))
            {
                continue;
            }

            if (!IsOfWord(rune) && (isApart || !IsSuffix(rune, words)))
            {
                isApart = true;
                continue;
            }

            if (isApart && words.Length > 0)
            {
                words.Append(' ');
            }

            isApart = false;
            AppendBase(words, rune);
        }

        // Two of three forms of most names are the same, and names are kept.
        return words.Equals(plain) ? plain : words.ToString();
    }

    /// <summary>Words written as one; numbers stay apart, since 1.1 is not 11.</summary>
    public static string Join(string words)
    {
        if (!words.Contains(' ', StringComparison.Ordinal))
        {
            return words;
        }

        StringBuilder joined = new(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != ' ' || (char.IsAsciiDigit(words[i - 1]) && char.IsAsciiDigit(words[i + 1])))
            {
                joined.Append(words[i]);
            }
        }

        return joined.ToString();
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (rune.Value is >= FirstFullWidth and <= LastFullWidth)
        {
            rune = new Rune(rune.Value - FullWidthOffset);
        }

        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
        {
            if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }
        else if (rune.IsBmp && Decompositions.Of((char)rune.Value) is { IsEmpty: false } parts)
        {
            foreach (char part in parts)
            {
                Append(plain, new Rune(part));
            }
        }
        else if (Hangul.Parts(rune.Value) is { } syllable)
        {
            plain.Append(syllable);
        }
        else if (!IsInvisible(rune.Value, category))
        {
            AppendUpper(plain, rune);
        }
    }

    // Capital letters can be composed where the small ones are not.
    private static void AppendUpper(StringBuilder plain, Rune rune)
    {
        if (rune.Value is 'ß' or 'ẞ')
        {
            plain.Append("SS");
            return;
        }

        Rune upper = Rune.ToUpperInvariant(rune);
        if (upper != rune && upper.IsBmp && !Decompositions.Of((char)upper.Value).IsEmpty)
        {
            Append(plain, upper);
            return;
        }

        AppendRune(plain, upper);
    }

    private static void AppendRune(StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }

    private static bool IsInvisible(int value, UnicodeCategory category) =>
        category == UnicodeCategory.Format
        || value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x34F;

    // Marks on one letter mean the same in any order.
    private static void OrderMarks(StringBuilder plain)
    {
        for (int i = 1; i < plain.Length; i++)
        {
            for (int j = i; j > 0 && IsMark(plain[j]) && IsMark(plain[j - 1]) && plain[j] < plain[j - 1]; j--)
            {
                (plain[j], plain[j - 1]) = (plain[j - 1], plain[j]);
            }
        }
    }

    private static bool IsMark(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    // Elsewhere, as in Indic scripts, marks are vowels and tell words apart.
    private static bool IsDiacritic(int value) =>
        value
            is (>= 0x300 and <= 0x36F)
                or (>= 0x1AB0 and <= 0x1AFF)
                or (>= 0x1DC0 and <= 0x1DFF)
                or (>= 0x20D0 and <= 0x20FF);

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    // C++ and C# are not C.
    private static bool IsSuffix(Rune rune, StringBuilder words) =>
        rune.Value is '+' or '#' && words.Length > 0 && (char.IsLetter(words[^1]) || words[^1] is '+' or '#');

    // Letters with a stroke or tied together have no decomposition, but people type them so.
    private static void AppendBase(StringBuilder words, Rune rune)
    {
        string? plain = rune.Value switch
        {
            'Ø' => "O",
            'Ł' => "L",
            'Đ' or 'Ð' => "D",
            'Ħ' => "H",
            'Ŧ' => "T",
            'Æ' => "AE",
            'Œ' => "OE",
            'Þ' => "TH",
            'ı' => "I",
            _ => null,
        };
        if (plain is not null)
        {
            words.Append(plain);
        }
        else
        {
            AppendRune(words, rune);
        }
    }
}
