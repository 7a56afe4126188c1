namespace ClickUpMcp.Projection;

/// <summary>Cuts long texts and says how much is missing.</summary>
internal static class CutText
{
    /// <summary>At most so many characters of a text; null for an empty one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximumLength">The characters shown; 0 for all.</param>
    public static string? At(string? text, int maximumLength)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (maximumLength <= 0 || text.Length <= maximumLength)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[maximumLength - 1]) ? maximumLength - 1 : maximumLength;
        return $"{text[..end]}… [{text.Length - end} more characters; detail_level=full shows all]";
    }
}
