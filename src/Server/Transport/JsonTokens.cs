using System.Text.Json;

namespace ClickUpMcp.Transport;

/// <summary>Questions about the token that a JSON reader stands on.</summary>
internal static class JsonTokens
{
    /// <summary>Whether the token may serve as an id or a progress token: a string or a whole number.</summary>
    public static bool IsId(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        || (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.IndexOfAny(".eE"u8) < 0);

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
