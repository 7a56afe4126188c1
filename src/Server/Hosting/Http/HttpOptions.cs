using System.Net;
using ClickUpMcp.Hosting.SignIn;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>What can be configured of the server over HTTP.</summary>
internal sealed record HttpOptions
{
    /// <summary>Where to listen.</summary>
    public IPEndPoint Listen { get; set; } = new(IPAddress.Loopback, 3000);

    /// <summary>The socket there that was opened for this process; null = it opens one itself.</summary>
    public ActivatedSocket? Activated { get; set; }

    /// <summary>The address that clients use, if it is another one.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The same as it begins the addresses of resources: without a slash at its end.</summary>
    public string? Origin => PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <summary>The file with the hashes of the bearer tokens; null = there are none.</summary>
    public string? TokensFile { get; set; }

    /// <summary>Whether all principals may work with the server's own ClickUp token on an address that others can reach.</summary>
    public bool ShareApiKey { get; set; }

    /// <summary>Further names that clients may use for this server.</summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>The origins whose pages may use this server.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>The proxies that are believed when they say whom a request is from.</summary>
    public IPNetwork[] TrustedProxies { get; set; } = [];

    /// <summary>The file with the certificate chain, in PEM; null = plain HTTP.</summary>
    public string? TlsCertificate { get; set; }

    /// <summary>The file with the certificate's key, in PEM.</summary>
    public string? TlsKey { get; set; }

    /// <summary>The socket over which the operator reaches the server; null = none.</summary>
    public string? AdminSocket { get; set; }

    /// <summary>Whether the sessions of one principal and credential share their caches.</summary>
    public bool ShareCaches { get; set; }

    /// <summary>The secret that the key of cursors is made of; null = a key of this process alone.</summary>
    public Secret? CursorKey { get; set; }

    /// <summary>Where records are kept.</summary>
    public StoreOptions Store { get; } = new();

    /// <summary>How users sign in, if they can.</summary>
    public SignInOptions SignIn { get; } = new();

    /// <summary>How long requests may take to finish when the server is asked to stop, in seconds.</summary>
    public int DrainSeconds { get; set; } = 10;

    /// <summary>Connections at once.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>Sessions of legacy clients.</summary>
    public int MaxSessions { get; set; } = 10_000;

    /// <summary>Sessions of one principal.</summary>
    public int MaxSessionsPerPrincipal { get; set; } = 100;

    /// <summary>How long a session may be unused.</summary>
    public int SessionIdleMinutes { get; set; } = 30;

    /// <summary>Refusals of one sender for one reason within 10 s, before each costs it a connection.</summary>
    public int MaxRefusals { get; set; } = 10_000;

    /// <summary>Whether others than this machine reach the server, directly or through a proxy.</summary>
    public bool IsPublic =>
        !IPAddress.IsLoopback(Listen.Address)
        || PublicUrl is { IsLoopback: false }
        || AllowedHosts.Any(static host => !EdgeRules.IsLoopbackName(host));

    /// <summary>Whether pages of other origins may use the server, in any user's browser.</summary>
    public bool ServesForeignPages => AllowedOrigins.Any(static origin => !EdgeRules.IsLoopbackOrigin(origin));
}
