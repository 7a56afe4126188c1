using System.Buffers.Text;
using System.Text;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Projection;

/// <summary>The opaque cursors that callers see: a version, the tool and paging style they belong to, and a position.</summary>
/// <remarks>The check figure catches slips and edits, not forgers: a position is no secret and grants nothing.</remarks>
internal static class CursorCodec
{
    private const string Version = "1";
    private const char Separator = '\n';

    /// <summary>Writes a position as a cursor.</summary>
    public static string Encode(PagePosition position, string tool, PaginationStyle style)
    {
        string text = string.Join(Separator, Version, tool, (int)style, position.Offset, position.Value);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Check(text):x8}{text}"));
    }

    /// <summary>Reads the position back.</summary>
    /// <exception cref="ActionableException">The cursor is damaged, of another version, or of another tool.</exception>
    public static PagePosition Decode(string cursor, string tool, PaginationStyle style)
    {
        string[] parts = Unwrap(cursor)?.Split(Separator, 5) ?? [];
        if (
            parts.Length != 5
            || parts[0] != Version
            || !int.TryParse(parts[2], out int writtenStyle)
            || !int.TryParse(parts[3], out int offset)
            || offset < 0
            || (style == PaginationStyle.Page && !uint.TryParse(parts[4], out _))
        )
        {
            throw new ActionableException(
                "The cursor is damaged or was made by another version of this server.",
                next: "Copy it whole from the result that gave it, or leave it out to start from the beginning."
            );
        }

        if (parts[1] != tool || writtenStyle != (int)style)
        {
            throw new ActionableException(
                "The cursor belongs to another tool.",
                next: "Use each cursor only with the tool that gave it, or leave it out to start from the beginning."
            );
        }

        return new PagePosition(parts[4], offset);
    }

    private static string? Unwrap(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return text.Length > 8 && text[..8] == $"{Check(text[8..]):x8}" ? text[8..] : null;
    }

    // FNV-1a. A cryptographic hash would load a native library on the way to the first result.
    private static uint Check(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, static (hash, b) => unchecked((hash ^ b) * 16777619u));
}
