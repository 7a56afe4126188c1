namespace ClickUpMcp.Tools.Binding;

/// <summary>The checks behind <see cref="StringFormat"/>, equal to the published patterns under ECMAScript's rules; the generator compiles this file, too.</summary>
/// <remarks>Hand-written: a regular expression per argument would cost start-up time and binary size.</remarks>
internal static class StringFormats
{
    /// <summary>Whether the text has the format.</summary>
    public static bool Matches(StringFormat format, string text) =>
        format switch
        {
            StringFormat.Id => text.Length is >= 1 and <= 64
                && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'),
            StringFormat.Digits => text.Length is >= 1 and <= 20 && text.All(char.IsAsciiDigit),
            StringFormat.Uuid => IsUuid(text),
            StringFormat.Email => IsEmail(text),
            StringFormat.HttpsUrl => text.Length > 8
                && text.StartsWith("https://", StringComparison.Ordinal)
                && !text.Any(IsSpace),
            StringFormat.Color => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit),
            StringFormat.SingleLine => !text.Any(static c => c is <= '\x1f' or '\x7f'),
            _ => true,
        };

    /// <summary>The <c>pattern</c> that schemas publish, in ECMAScript's dialect; null for a format that demands nothing.</summary>
    public static string? Pattern(StringFormat format) =>
        format switch
        {
            StringFormat.Id => "^[A-Za-z0-9_-]{1,64}$",
            StringFormat.Digits => "^[0-9]{1,20}$",
            StringFormat.Uuid => "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
            StringFormat.Email => @"^[^@\s]+@[^@\s]+\.[^@\s]+$",
            StringFormat.HttpsUrl => @"^https://\S+$",
            StringFormat.Color => "^#[0-9a-fA-F]{6}$",
            StringFormat.SingleLine => @"^[^\u0000-\u001f\u007f]*$",
            _ => null,
        };

    /// <summary>What the format demands, as the end of "must be …".</summary>
    public static string Describe(StringFormat format) =>
        format switch
        {
            StringFormat.Id => "an id of 1 to 64 letters, digits, _ or -",
            StringFormat.Digits => "1 to 20 digits",
            StringFormat.Uuid => "a UUID such as 123e4567-e89b-12d3-a456-426614174000",
            StringFormat.Email => "an e-mail address",
            StringFormat.HttpsUrl => "a URL that starts with https:// and has no spaces",
            StringFormat.Color => "a colour such as #1A2B3C",
            StringFormat.SingleLine => "a single line without control characters",
            _ => "a string",
        };

    private static bool IsUuid(string text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool fits = i is 8 or 13 or 18 or 23 ? text[i] == '-' : char.IsAsciiHexDigit(text[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    // One @, no spaces, and a dot in the domain that is neither its first nor last character.
    private static bool IsEmail(string text)
    {
        int at = text.IndexOf('@');
        if (at < 1 || text.LastIndexOf('@') != at || text.Any(IsSpace))
        {
            return false;
        }

        ReadOnlySpan<char> domain = text.AsSpan(at + 1);
        return domain.Length >= 3 && domain.Slice(1, domain.Length - 2).IndexOf('.') >= 0;
    }

    // ECMAScript's \s: unlike char.IsWhiteSpace it has U+FEFF and lacks U+0085.
    private static bool IsSpace(char c) =>
        c
            is '\t'
                or '\n'
                or '\v'
                or '\f'
                or '\r'
                or ' '
                or '\u00A0'
                or '\u1680'
                or (>= '\u2000' and <= '\u200A')
                or '\u2028'
                or '\u2029'
                or '\u202F'
                or '\u205F'
                or '\u3000'
                or '\uFEFF';
}
