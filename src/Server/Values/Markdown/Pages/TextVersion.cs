using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Values;

/// <summary>A short word for a text, which changes when the text does.</summary>
internal static class TextVersion
{
    private const int Bytes = 5;

    /// <summary>Ten hexadecimal digits; line ends and white space around the text do not count.</summary>
    public static string Of(string text) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim())).AsSpan(0, Bytes)
        );
}
