using System.Net;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>What must hold before a server over HTTP starts.</summary>
internal static class HttpStartRules
{
    private const string ByToken =
        "Send Authorization: Bearer with a token of this server; the operator gives them out. There is no OAuth here.";

    private const string ByNobody =
        "Nobody has to authenticate here, and there is no OAuth; a ClickUp token of your own goes into X-ClickUp-Key.";

    /// <summary>Checks the options.</summary>
    /// <exception cref="OptionsException">To start would be dangerous, or cannot work.</exception>
    public static void Check(ServerOptions options)
    {
        HttpOptions http = options.Http;
        if (options.ExposedFiles is [var flag, ..])
        {
            throw new UnusableException(SettingFile.Describe(flag));
        }

        if (http.IsPublic && http.TokensFile is null)
        {
            throw new OptionsException(
                "Others can reach this address, so clients must authenticate: name a file of bearer tokens with "
                    + "--tokens-file, or listen on 127.0.0.1 without a public URL and further hosts."
            );
        }

        if (http.ServesForeignPages && http.TokensFile is null && options.ApiKey is not null)
        {
            throw new OptionsException(
                "Pages of --allowed-origins would work in ClickUp as the owner of this server's token without proving who "
                    + "they are: name a file of bearer tokens with --tokens-file, or leave CLICKUP_API_KEY out."
            );
        }

        if (http.IsPublic && options.ApiKey is not null && !http.ShareApiKey)
        {
            throw new OptionsException(
                "Everybody with a bearer token would work in ClickUp as the owner of this server's token: say "
                    + "--share-api-key if that is meant, or leave CLICKUP_API_KEY out, and clients send their own in X-ClickUp-Key."
            );
        }

        if (!IPAddress.IsLoopback(http.Listen.Address) && http.PublicUrl is null && http.AllowedHosts.Length == 0)
        {
            throw new OptionsException(
                "Say under which name clients reach this address: --public-url https://mcp.example.com, or --allowed-hosts."
            );
        }

        if (http.TlsCertificate is null != http.TlsKey is null)
        {
            throw new OptionsException("--tls-certificate and --tls-key go together.");
        }
    }

    /// <summary>What the edge checks compare with.</summary>
    public static EdgeOptions Edge(HttpOptions options)
    {
        HashSet<string> hosts = ["localhost", "127.0.0.1", "[::1]", .. options.AllowedHosts];
        HashSet<string> origins = [.. options.AllowedOrigins];
        if (options.PublicUrl is { } url)
        {
            hosts.Add(url.Host);
            origins.Add(url.GetLeftPart(UriPartial.Authority));
        }

        return new EdgeOptions
        {
            Hosts = hosts,
            Origins = origins,
            MaxRefusals = options.MaxRefusals,
            Authentication = options.TokensFile is null ? ByNobody : ByToken,
            AllowsLoopbackOrigins = !options.IsPublic,
            IsSecure = options.TlsCertificate is not null || options.PublicUrl?.Scheme == Uri.UriSchemeHttps,
        };
    }
}
