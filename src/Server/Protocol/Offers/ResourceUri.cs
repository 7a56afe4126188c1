using System.Text;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Takes URIs of resources apart and puts them together; each part is percent-decoded once.</summary>
/// <remarks>The framework's own type for URIs normalises what it reads, so that two texts could mean one thing.</remarks>
internal static class ResourceUri
{
    private const int Longest = 2_048;
    private const int MostParts = 16;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>What separates the scheme from the parts.</summary>
    public const string Separator = "://";

    /// <summary>The decoded parts after the scheme; null when the text is no URI of that scheme, or a hostile one.</summary>
    public static string[]? Parts(string uri, string scheme)
    {
        if (uri.Length > Longest || !uri.StartsWith(scheme + Separator, StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = uri[(scheme.Length + Separator.Length)..].Split('/');
        if (parts.Length > MostParts)
        {
            return null;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            if (Decode(parts[i]) is not { } decoded)
            {
                return null;
            }

            parts[i] = decoded;
        }

        return parts;
    }

    /// <summary>A text as one part of a URI.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            if (IsPlain((char)unit))
            {
                encoded.Append((char)unit);
            }
            else
            {
                encoded.Append('%').Append(unit.ToString("X2"));
            }
        }

        return encoded.ToString();
    }

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';

    private static string? Decode(string part)
    {
        var bytes = new byte[Strict.GetMaxByteCount(part.Length)];
        int count = 0;
        for (int i = 0; i < part.Length; i++)
        {
            if (part[i] == '%')
            {
                if (i + 2 >= part.Length || !char.IsAsciiHexDigit(part[i + 1]) || !char.IsAsciiHexDigit(part[i + 2]))
                {
                    return null;
                }

                bytes[count++] = Convert.ToByte(part.Substring(i + 1, 2), fromBase: 16);
                i += 2;
            }
            // A query or a fragment, or what no URI has; other letters than ASCII's are taken as they are.
            else if (part[i] <= ' ' || part[i] is '?' or '#' or '\\' or '\u007f' || char.IsSurrogate(part[i]))
            {
                return null;
            }
            else
            {
                count += Strict.GetBytes(part.AsSpan(i, 1), bytes.AsSpan(count));
            }
        }

        return TextOf(bytes.AsSpan(0, count));
    }

    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        bool isUsable = text.Trim().Length > 0 && text is not ("." or "..") && !text.Any(char.IsControl);
        return isUsable ? text : null;
    }
}
