using System.Text;

namespace ClickUpMcp.Text;

/// <summary>The three flags that Unicode recommends to write with tag characters: England, Scotland and Wales.</summary>
internal static class RegionalFlag
{
    /// <summary>The black flag that such a sequence begins with.</summary>
    public const int Flag = 0x1F3F4;

    private const int Tags = 0xE0000;
    private const int End = 0xE007F;

    /// <summary>Whether the character is a small letter among the tags.</summary>
    public static bool IsLetter(Rune rune) => rune.Value is >= Tags + 'a' and <= Tags + 'z';

    /// <summary>The letters so far and one more; what is too long for a flag is none.</summary>
    public static string Add(string letters, Rune tag) =>
        letters.Length < 5 ? letters + (char)(tag.Value - Tags) : "-----";

    /// <summary>Whether the character ends the sequence of one of the three.</summary>
    public static bool IsEnd(Rune rune, string letters) =>
        rune.Value == End && (letters is "gbeng" or "gbsct" or "gbwls");

    /// <summary>Writes the tags of a flag after its black flag.</summary>
    public static void Append(StringBuilder output, string letters)
    {
        foreach (char letter in letters)
        {
            output.Append(new Rune(Tags + letter).ToString());
        }

        output.Append(new Rune(End).ToString());
    }
}
