using System.Text;
using System.Text.Unicode;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Tells what a file is by its first bytes: names and the types that others give it are not believed.</summary>
internal static class MediaTypes
{
    public const string Binary = "application/octet-stream";

    private const int LongestCharacter = 4;

    /// <summary>The media type of an image that clients show; null for all else, an SVG included, which is text that may hold scripts.</summary>
    public static string? ImageOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'])
            ? "image/png"
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>The media type of other files that are known by their first bytes.</summary>
    public static string OtherOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "application/zip"
        : Binary;

    /// <summary>The text of a file; null when it is none.</summary>
    /// <param name="bytes">The file, or the start of it.</param>
    /// <param name="isWhole">Whether nothing follows.</param>
    public static string? TextOf(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return null;
        }

        foreach (Encoding encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return Readable(encoding.GetString(bytes[2..(bytes.Length & ~1)]));
            }
        }

        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        for (int cut = 0; cut < (isWhole ? 1 : LongestCharacter) && cut <= bytes.Length; cut++)
        {
            // What was cut may have been cut inside a character.
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return Readable(Encoding.UTF8.GetString(bytes[..^cut]));
            }
        }

        return null;
    }

    private static string? Readable(string text) => text.Contains('\0', StringComparison.Ordinal) ? null : text;
}
