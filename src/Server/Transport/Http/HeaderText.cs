using System.Text;

namespace ClickUpMcp.Transport.Http;

/// <summary>Reads the texts of headers that repeat parts of a message: plain, or as <c>=?base64?…?=</c> of UTF-8.</summary>
internal static class HeaderText
{
    private const string Start = "=?base64?";
    private const string End = "?=";

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The text that a value stands for; null when it is encoded and cannot be read.</summary>
    public static string? Decode(string value)
    {
        bool isEncoded =
            value.Length >= Start.Length + End.Length
            && value.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            && value.EndsWith(End, StringComparison.Ordinal);
        if (!isEncoded)
        {
            return value;
        }

        try
        {
            return Strict.GetString(Convert.FromBase64String(value[Start.Length..^End.Length]));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
