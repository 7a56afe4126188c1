using System.Net;

namespace ClickUpMcp.Transport.Http;

/// <summary>What the edge checks compare with.</summary>
internal sealed record EdgeOptions
{
    /// <summary>The names that a Host header may have, in lower case, without a port.</summary>
    public required IReadOnlySet<string> Hosts { get; init; }

    /// <summary>The origins that browsers may send requests from, and read the replies.</summary>
    public IReadOnlySet<string> Origins { get; init; } = new HashSet<string>();

    /// <summary>The proxies that are believed when they say whom a request is from; empty for none.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How clients prove who they are, in a sentence for those who look for another way.</summary>
    public required string Authentication { get; init; }

    /// <summary>What clients that sign in are told; null where there is nobody to sign in to.</summary>
    public ResourceMetadata? Metadata { get; init; }

    /// <summary>What there is beside MCP and probes.</summary>
    public IReadOnlySet<HttpRouteKind> Pages { get; init; } = new HashSet<HttpRouteKind>();

    /// <summary>Whether pages of this machine may send requests too.</summary>
    public bool AllowsLoopbackOrigins { get; init; }

    /// <summary>Whether clients reach the server by https.</summary>
    public bool IsSecure { get; init; }

    /// <summary>The largest body, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a body may take to arrive.</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the bodies of one principal may hold, in bytes beyond <see cref="RequestBody.Uncounted"/> each.</summary>
    public long MaxHeldBytesPerPrincipal { get; init; } = 4 * 1024 * 1024;

    /// <summary>What all bodies may hold, counted likewise.</summary>
    public long MaxHeldBytes { get; init; } = 12 * 1024 * 1024;

    /// <summary>How many requests of one sender are refused for one reason until the next look, before it has to connect anew for each.</summary>
    public int MaxRefusals { get; init; } = 10_000;

    /// <summary>How many requests one principal may have open.</summary>
    public int MaxOpenRequests { get; init; } = 256;
}
