using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClickUpMcp.Api;

/// <summary>Makes a text that ClickUp or a user wrote fit to stand inside a sentence of ours.</summary>
internal static class UpstreamText
{
    /// <summary>One line without control, format or unpaired characters, at most <paramref name="maxLength"/> UTF-16 units.</summary>
    public static string OneLine(string text, int maxLength)
    {
        StringBuilder line = new(Math.Min(text.Length, maxLength) + 1);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf16(rest, out Rune rune, out int length);
            rest = rest[length..];
            bool isSpace = status != OperationStatus.Done || Rune.IsWhiteSpace(rune) || IsInvisible(rune);
            if (isSpace && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length + (isSpace ? 1 : length) > maxLength)
            {
                line.Length = Math.Min(line.Length, maxLength - 1);
                if (line.Length > 0 && char.IsHighSurrogate(line[^1]))
                {
                    line.Length--;
                }

                return line.Append('…').ToString();
            }

            line.Append(isSpace ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Control characters, and those that hide or reorder text (bidi marks, zero-width, tags).</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
