namespace ClickUpMcp.Authorization.Tokens;

/// <summary>Which resources there are, and which of them a token is good for (RFC 8707).</summary>
internal static class Resources
{
    private const int Longest = 256;

    /// <summary>Whether a resource is this server's: the whole of it, or a part such as one workspace.</summary>
    public static bool IsOurs(string resource, AuthorizationOptions options) =>
        resource.Length <= Longest && Covers(options.Resource, resource) && IsPlain(resource[options.Issuer.Length..]);

    /// <summary>Whether what was granted for one resource is good for another: the same, or a part of it.</summary>
    public static bool Covers(string granted, string resource) =>
        resource.StartsWith(granted, StringComparison.Ordinal)
        && (resource.Length == granted.Length || resource[granted.Length] == '/');

    private static bool IsPlain(string path) =>
        path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_')
        && !path.Contains("//", StringComparison.Ordinal)
        && !path.EndsWith('/');
}
