using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>A ClickUp token; it lives only in memory and only goes into the header that is meant for it.</summary>
[DebuggerDisplay("ClickUpCredentials")]
internal sealed class ClickUpCredentials
{
    private const string Bearer = "Bearer";
    private const int LongestToken = 4096;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _token;

    /// <param name="token">A personal token (<c>pk_…</c>) or an OAuth access token, with or without <c>Bearer</c>.</param>
    /// <exception cref="ActionableException">The text cannot be a token.</exception>
    public ClickUpCredentials(string token)
    {
        string text = token.Trim();
        if (
            text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && (text.Length == Bearer.Length || char.IsWhiteSpace(text[Bearer.Length]))
        )
        {
            text = text[Bearer.Length..].Trim();
        }

        if (text.Length is 0 or > LongestToken || text.Any(static c => c is <= ' ' or > '~'))
        {
            throw new ActionableException(
                "The configured ClickUp API key is not a token.",
                "It is empty, too long, or contains spaces or other characters that no token has.",
                "Copy it again from ClickUp: Settings, Apps, API Token (it starts with pk_)."
            );
        }

        _token = text;
    }

    /// <summary>Whether this is a personal token, which ClickUp refuses with <c>Bearer</c> in front.</summary>
    public bool IsPersonal => _token.StartsWith("pk_", StringComparison.Ordinal);

    /// <summary>What limits know the token by: half of its SHA-256.</summary>
    public UInt128 Fingerprint()
    {
        // On the stack and overwritten: this happens with every request, and each array would be a copy of the token.
        Span<byte> ascii = stackalloc byte[_token.Length];
        Encoding.ASCII.GetBytes(_token, ascii);
        UInt128 fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(ascii));
        CryptographicOperations.ZeroMemory(ascii);
        return fingerprint;
    }

    /// <summary>Sets the header that carries it.</summary>
    public void Apply(HttpRequestHeaders headers, KeyHeader header)
    {
        headers.Remove(header.Name);
        headers.TryAddWithoutValidation(header.Name, header.ValueOf(_token));
    }

    /// <summary>Whether the text has the token in it, even with other characters strewn in between.</summary>
    public bool AppearIn(string text) =>
        LettersAndDigits(text).Contains(LettersAndDigits(_token), StringComparison.OrdinalIgnoreCase);

    /// <summary>Never the token.</summary>
    public override string ToString() => IsPersonal ? "personal token" : "OAuth token";

    private static string LettersAndDigits(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
