namespace ClickUpMcp.Values;

/// <summary>Takes Korean syllables apart, by Unicode's rule.</summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    /// <summary>The letters of a syllable; null for anything else.</summary>
    public static string? Parts(int value)
    {
        if (value is < FirstSyllable or > LastSyllable)
        {
            return null;
        }

        int index = value - FirstSyllable;
        char initial = (char)(0x1100 + (index / (Vowels * Finals)));
        char vowel = (char)(0x1161 + (index % (Vowels * Finals) / Finals));
        int final = index % Finals;
        return final == 0 ? $"{initial}{vowel}" : $"{initial}{vowel}{(char)(0x11A7 + final)}";
    }
}
