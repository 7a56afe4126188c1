namespace ClickUpMcp.Text;

/// <summary>Links that say one address and lead to another.</summary>
internal static class LinkText
{
    /// <summary>The host that a link leads to, when its text names another; otherwise null.</summary>
    public static string? OtherHost(string text, string address)
    {
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out Uri? target)
            || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
            || NamedHost(text.Trim(' ', '*', '_', '`')) is not { } named
        )
        {
            return null;
        }

        string host = Host(target);
        return AreOfOneDomain(host, named) || text.Contains(host, StringComparison.OrdinalIgnoreCase) ? null : host;
    }

    /// <summary>Whether following a link to this address runs something.</summary>
    public static bool Runs(string address)
    {
        ReadOnlySpan<char> start = address.AsSpan().TrimStart();
        return start.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
    }

    // "Node.js" and "README.md" are no hosts, whatever top-level domains there are.
    private static string? NamedHost(string text)
    {
        if (text.AsSpan().ContainsAny(' ', '\n', '\t'))
        {
            return null;
        }

        bool hasScheme = text.Contains("://", StringComparison.Ordinal);
        bool isHost = hasScheme || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return
            Uri.TryCreate(hasScheme ? text : $"https://{text}", UriKind.Absolute, out Uri? named)
            && (isHost || IsUsualDomain(named.Host))
            ? Host(named)
            : null;
    }

    // In ASCII, so that letters of another script do not look like the same name.
    private static string Host(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return address.Host;
        }
    }

    private static bool IsUsualDomain(string host) =>
        host.AsSpan(host.LastIndexOf('.') + 1) is "com" or "org" or "net" or "gov" or "edu" or "io" or "dev" or "app"
        && host.Contains('.', StringComparison.Ordinal);

    private static bool AreOfOneDomain(string host, string named)
    {
        string domain = named.StartsWith("www.", StringComparison.Ordinal) ? named[4..] : named;
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)
            || domain.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase);
    }
}
