using System.Net;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Tools;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>What must hold before a server over HTTP starts.</summary>
internal static class HttpStartRules
{
    private const string ByToken =
        "Send Authorization: Bearer with a token of this server; the operator gives them out. There is no OAuth here.";

    private const string BySignIn =
        "Sign in where the header WWW-Authenticate of a refused request points, or send Authorization: Bearer with a token "
        + "or licence key that the operator has given out.";

    private const string ByNobody =
        "Nobody has to authenticate here, and there is no OAuth; a ClickUp token of your own goes into X-ClickUp-Key.";

    /// <summary>Checks the options.</summary>
    /// <param name="options">What is configured.</param>
    /// <param name="hasOtherTokens">Whether others than those of the file let in.</param>
    /// <exception cref="OptionsException">To start would be dangerous, or cannot work.</exception>
    public static void Check(ServerOptions options, bool hasOtherTokens = false)
    {
        HttpOptions http = options.Http;
        bool authenticates = hasOtherTokens || http.TokensFile is not null;
        RefuseExposedFiles(options);
        if (options.Keyring)
        {
            throw new OptionsException(
                "The keyring is for the one who sits at this machine, and a server over HTTP is for others, too: leave --keyring out, and "
                    + "let clients sign in (--oauth-client-id) or send their own token in X-ClickUp-Key."
            );
        }

        if (options.Files.Roots.Length > 0 || options.Files.DownloadRoot is not null)
        {
            throw new OptionsException(
                "Files of this machine are for the one who sits at it, and a server over HTTP is for others, too: leave --files-roots and --download-root out."
            );
        }

        if (http.IsPublic && !authenticates)
        {
            throw new OptionsException(
                "Others can reach this address, so clients must authenticate: name a file of bearer tokens with "
                    + "--tokens-file or an identity provider with --jwt-issuer, or listen on 127.0.0.1 without a public URL and further hosts."
            );
        }

        if (http.ServesForeignPages && !authenticates && options.ApiKey is not null)
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

        if (HiddenNetworks(http) is { } problem)
        {
            throw new OptionsException(problem);
        }

        if (http.TlsCertificate is null != http.TlsKey is null)
        {
            throw new OptionsException("--tls-certificate and --tls-key go together.");
        }
    }

    /// <summary>Why tokens cannot be bound to networks; null when they can, or need not.</summary>
    /// <remarks>Where clients come by https and this server does not speak it, a proxy does, and all requests are from its address.</remarks>
    public static string? HiddenNetworks(HttpOptions http) =>
        http.SignIn.BindTokensTo.Contains(SenderMark.Network)
        && http is { PublicUrl.Scheme: "https", TlsCertificate: null, TrustedProxies.Length: 0 }
            ? "--bind-tokens network binds to nothing behind a proxy that is not believed: name the proxy's address or network with "
                + "--trusted-proxies, and let it set X-Forwarded-For."
            : null;

    /// <summary>Refuses secrets that every user of this machine can open.</summary>
    /// <exception cref="UnusableException">There is one.</exception>
    public static void RefuseExposedFiles(ServerOptions options)
    {
        if (options.ExposedFiles is [var flag, ..])
        {
            throw new UnusableException(SettingFile.Describe(flag));
        }
    }

    /// <summary>What the edge checks compare with.</summary>
    public static EdgeOptions Edge(HttpOptions options, AccessServices? access = null)
    {
        access ??= new AccessServices();
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
            TrustedProxies = options.TrustedProxies,
            Authentication =
                access.Issuers.Count > 0 ? BySignIn
                : options.TokensFile is null && access.Kinds.Count == 0 ? ByNobody
                : ByToken,
            Metadata =
                access.Issuers.Count > 0 && options.Origin is { } origin
                    ? new ResourceMetadata(origin, access.Issuers, access.InitialScopes, ToolCatalog.ServerTitle)
                    : null,
            Pages = access.Pages.Keys.ToHashSet(),
            AllowsLoopbackOrigins = !options.IsPublic,
            IsSecure = options.TlsCertificate is not null || options.PublicUrl?.Scheme == Uri.UriSchemeHttps,
        };
    }
}
