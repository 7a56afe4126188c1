namespace ClickUpMcp.Storage;

/// <summary>The URL of a store on a server, taken apart; no message ever repeats it, since it may hold a password.</summary>
/// <param name="User">Null where none is given.</param>
/// <param name="Password">Null where none is given.</param>
/// <param name="Host">A name or an address without brackets; empty where none is given.</param>
/// <param name="Port">Null for the usual one.</param>
/// <param name="Path">What follows the host, without its slash, still escaped.</param>
/// <param name="Options">The pairs of the query, unescaped, in their order.</param>
internal sealed record StoreUrl(
    string? User,
    string? Password,
    string Host,
    int? Port,
    string Path,
    IReadOnlyList<(string Name, string Value)> Options
)
{
    /// <param name="url">The URL.</param>
    /// <param name="shape">What it should look like, for the message.</param>
    /// <param name="schemes">The schemes that are meant.</param>
    /// <exception cref="StoreException">It is no such URL.</exception>
    public static StoreUrl Parse(string url, string shape, params ReadOnlySpan<string> schemes)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            || !schemes.Contains(uri.Scheme)
            || uri.Fragment.Length > 0
        )
        {
            throw Wrong(shape);
        }

        string[] user = uri.UserInfo.Split(':', 2);
        return new StoreUrl(
            user[0].Length == 0 ? null : Uri.UnescapeDataString(user[0]),
            user.Length < 2 ? null : Uri.UnescapeDataString(user[1]),
            uri.Host.Trim('[', ']'),
            uri.Port < 0 ? null : uri.Port,
            uri.AbsolutePath.TrimStart('/'),
            [.. uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)]
        );
    }

    public static bool HasScheme(string address, params ReadOnlySpan<string> schemes)
    {
        int end = address.IndexOf("://", StringComparison.Ordinal);
        return end > 0 && schemes.Contains(address[..end]);
    }

    public static StoreException Wrong(string shape) =>
        new(
            $"The address of the store cannot be used. Write it as {shape}; escape special characters of the password as %XX."
        );

    private static (string Name, string Value) Pair(string text)
    {
        string[] parts = text.Split('=', 2);
        return (parts[0], parts.Length < 2 ? "" : Uri.UnescapeDataString(parts[1]));
    }
}
