using System.Buffers;

namespace ClickUpMcp.Values;

/// <summary>Reads the language of a block of code.</summary>
internal static class CodeLanguage
{
    private const int MaximumLength = 30;

    private static readonly SearchValues<char> Signs = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+#.-_");

    /// <summary>The language in lower case; null for text that names none.</summary>
    public static string? Of(string? info)
    {
        string name = (info ?? string.Empty).Trim().ToLowerInvariant();
        return name.Length is > 0 and <= MaximumLength && !name.AsSpan().ContainsAnyExcept(Signs) ? name : null;
    }
}
