using System.Globalization;
using System.Text;

namespace ClickUpMcp.Text;

/// <summary>HTML character references such as <c>&amp;#8203;</c>, as far as they can hide something.</summary>
/// <param name="Character">What it stands for.</param>
/// <param name="Length">Characters that it takes, with its ampersand and semicolon.</param>
internal readonly record struct CharacterReference(Rune Character, int Length)
{
    // "&CounterClockwiseContourIntegral;" is the longest name, and numbers may have leading zeros.
    private const int Longest = 40;

    /// <summary>Reads the reference that a text begins with.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out CharacterReference reference)
    {
        reference = default;
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, Longest)];
        int end = head.IndexOf(';');
        if (end < 2 || !TryDecode(head[1..end], out Rune character))
        {
            return false;
        }

        reference = new CharacterReference(character, end + 1);
        return true;
    }

    private static bool TryDecode(ReadOnlySpan<char> name, out Rune character)
    {
        character = default;
        if (name[0] != '#')
        {
            int value = Named(name);
            return value > 0 && Rune.TryCreate(value, out character);
        }

        bool isHex = name.Length > 1 && name[1] is 'x' or 'X';
        return int.TryParse(
                name[(isHex ? 2 : 1)..],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int number
            ) && Rune.TryCreate(number, out character);
    }

    // All names of https://html.spec.whatwg.org/multipage/named-characters.html for what nobody sees, and the brackets of a tag.
    private static int Named(ReadOnlySpan<char> name) =>
        name switch
        {
            "lt" or "LT" => '<',
            "gt" or "GT" => '>',
            "shy" => 0xAD,
            "lrm" => 0x200E,
            "rlm" => 0x200F,
            "zwnj" => 0x200C,
            "zwj" => InvisibleText.ZeroWidthJoiner,
            "ZeroWidthSpace"
            or "NegativeVeryThinSpace"
            or "NegativeThinSpace"
            or "NegativeMediumSpace"
            or "NegativeThickSpace" => 0x200B,
            "NoBreak" => 0x2060,
            "ApplyFunction" or "af" => 0x2061,
            "InvisibleTimes" or "it" => 0x2062,
            "InvisibleComma" or "ic" => 0x2063,
            _ => 0,
        };
}
