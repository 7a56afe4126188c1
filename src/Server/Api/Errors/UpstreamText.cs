using ClickUpMcp.Text;

namespace ClickUpMcp.Api;

/// <summary>Makes a text that ClickUp or a user wrote fit to stand inside a sentence of ours.</summary>
internal static class UpstreamText
{
    /// <summary>One line of visible text, at most <paramref name="maxLength"/> UTF-16 units.</summary>
    public static string OneLine(string text, int maxLength)
    {
        string line = OutputSanitizer.CleanLine(text);
        if (line.Length <= maxLength)
        {
            return line;
        }

        int end = maxLength - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + '…';
    }
}
