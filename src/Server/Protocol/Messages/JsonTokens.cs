using System.Text.Json;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Questions about the token that a JSON reader stands on.</summary>
internal static class JsonTokens
{
    /// <summary>The longest id, progress token and method, in bytes as written.</summary>
    public const int LongestToken = 256;

    /// <summary>Whether the token may serve as an id or a progress token: short text, or an integer of 64 bits.</summary>
    /// <exception cref="InvalidOperationException">It is a string whose escapes are no text.</exception>
    public static bool IsId(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? IsShortText(ref reader)
            : reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _);

    /// <summary>Whether the token is text of at most <see cref="LongestToken"/> bytes.</summary>
    /// <exception cref="InvalidOperationException">It is a string whose escapes are no text, such as half a surrogate pair.</exception>
    public static bool IsShortText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestToken)
        {
            return false;
        }

        if (reader.ValueIsEscaped)
        {
            // Whoever reads the text later must not be the first to find that it is none.
            Span<byte> text = stackalloc byte[LongestToken];
            reader.CopyString(text);
        }

        return true;
    }

    /// <summary>The text of a JSON string as it stands in a message, quotes included.</summary>
    public static string TextOf(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>Where the value stands in the bytes; an object or array is skipped to its end.</summary>
    public static Range RangeOf(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
