using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>Cuts texts to the room that a picture has for them.</summary>
internal static class PictureText
{
    // From Hangul on, scripts are mostly written in squares, and so are emoji.
    private const int FirstWide = 0x1100;

    /// <summary>The text, or its beginning with a mark where it takes more room than that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">In characters of usual width.</param>
    public static string Within(string text, int room)
    {
        int width = 0;
        int end = 0;
        int last = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += rune.Value >= FirstWide ? 2 : 1;
            if (width > room)
            {
                return $"{text[..last].TrimEnd()}…";
            }

            end += rune.Utf16SequenceLength;
            last = width <= room - 1 ? end : last;
        }

        return text;
    }
}
