using System.Net;

namespace ClickUpMcp.Authorization.Clients;

/// <summary>The rules for addresses that users are sent back to (O-02).</summary>
/// <param name="options">What the operator allows.</param>
internal sealed class RedirectUris(AuthorizationOptions options)
{
    private const int Longest = 1024;

    /// <summary>Why a client may not have an address; null if it may.</summary>
    public string? Refusal(string text)
    {
        if (text.Length is 0 or > Longest || !text.All(IsPlain))
        {
            return $"A redirect URI has 1 to {Longest} characters of printable ASCII, without blanks, quotes and backslashes.";
        }

        if (
            !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            || !uri.IsWellFormedOriginalString()
            || !text.StartsWith(uri.Scheme + ':', StringComparison.Ordinal)
        )
        {
            return "A redirect URI is absolute and well-formed.";
        }

        if (text.Contains('#', StringComparison.Ordinal))
        {
            return "A redirect URI has no fragment.";
        }

        if (uri.UserInfo.Length > 0 || Authority(text).Contains('@', StringComparison.Ordinal))
        {
            return "A redirect URI has no user information.";
        }

        return uri.Scheme switch
        {
            "https" => HostRefusal(uri, text),
            "http" when IsLoopback(uri) => HostRefusal(uri, text),
            "http" => "Plain http leads only to this machine: http://127.0.0.1, http://[::1] or http://localhost.",
            _ when options.RedirectSchemes.Contains(uri.Scheme, StringComparer.Ordinal) => null,
            _ => "Only https, http to this machine, and the schemes that the operator listed are allowed.",
        };
    }

    /// <summary>Whether an address is one of a client's: letter for letter, but for the port of one on this machine (RFC 8252).</summary>
    public static bool IsOneOf(string text, IReadOnlyList<string> registered) =>
        registered.Any(known => known == text || (IsLoopbackAddress(known) && WithoutPort(known) == WithoutPort(text)));

    /// <summary>Whether an address leads to this machine, where any program may listen.</summary>
    public static bool IsLoopbackAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri);

    /// <summary>What users are shown of an address: its host, or the scheme of an application.</summary>
    public static string Describe(string text)
    {
        Uri uri = new(text);
        return uri.Scheme is "http" or "https" ? uri.IdnHost : uri.Scheme + ":";
    }

    /// <summary>The address as a source of <c>form-action</c>.</summary>
    public static string FormTarget(string text)
    {
        Uri uri = new(text);
        return uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) : uri.Scheme + ":";
    }

    private string? HostRefusal(Uri uri, string text)
    {
        // What is parsed must be what is written: no other way to write the host, no escapes, no path that is resolved.
        string written = Authority(text);
        string host = written.StartsWith('[')
            ? written[..(written.IndexOf(']', StringComparison.Ordinal) + 1)]
            : written.Split(':')[0];
        if (!string.Equals(host, uri.Host, StringComparison.Ordinal) || uri.AbsolutePath != WrittenPath(text))
        {
            return "A redirect URI is written plainly: host in lower case, no escapes in it, no dot segments in the path.";
        }

        bool isLoopback = uri.Scheme == Uri.UriSchemeHttp;
        if (isLoopback || options.RedirectHosts.Count == 0)
        {
            return null;
        }

        return options.RedirectHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)
            ? null
            : "The operator allows only certain hosts to return to, and this is none of them.";
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost"
        || (IPAddress.TryParse(uri.Host, out IPAddress? address) && address.ToString() is "127.0.0.1" or "::1");

    private static string WithoutPort(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.UserInfo.Length > 0)
        {
            return text;
        }

        int start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        string authority = Authority(text);
        return $"{uri.Scheme}://{uri.Host}{text[(start + authority.Length)..]}";
    }

    private static string Authority(string text)
    {
        int start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        string rest = text[(start + 3)..];
        int end = rest.AsSpan().IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    private static string WrittenPath(string text)
    {
        string rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3 + Authority(text).Length)..];
        int end = rest.AsSpan().IndexOfAny('?', '#');
        string path = end < 0 ? rest : rest[..end];
        return path.Length == 0 ? "/" : path;
    }

    private static bool IsPlain(char c) =>
        c is > ' ' and < '\x7f' and not ('"' or '\'' or '\\' or '<' or '>' or '`' or '{' or '}' or '|' or '^');
}
