using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Recording;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>What all requests share; nothing of any tenant.</summary>
/// <param name="Edge">What the edge checks compare with.</param>
/// <param name="Authenticator">Finds out who sends a request.</param>
/// <param name="Tenants">Finds what stands behind a request.</param>
/// <param name="Sessions">The sessions of legacy clients on this server.</param>
/// <param name="AllSessions">The same with those of the servers that share a store with it.</param>
/// <param name="Lifetime">How far the server's end has come.</param>
/// <param name="Readiness">What probes are told.</param>
/// <param name="Refusals">Counts what is refused.</param>
/// <param name="Core">Serves the messages.</param>
/// <param name="Time">The clock.</param>
internal sealed record HttpServices(
    EdgeOptions Edge,
    IAuthenticator Authenticator,
    ITenants Tenants,
    SessionStore Sessions,
    SessionDirectory AllSessions,
    HttpLifetime Lifetime,
    IReadiness Readiness,
    RefusalTally Refusals,
    ProtocolCore Core,
    TimeProvider Time
)
{
    /// <summary>Answers what there is beside MCP and probes.</summary>
    public IReadOnlyDictionary<HttpRouteKind, RequestDelegate> Pages { get; init; } =
        new Dictionary<HttpRouteKind, RequestDelegate>();

    /// <summary>Whom an operator has shut out.</summary>
    public required RevokedPrincipals Revoked { get; init; }

    /// <summary>The requests under way that belong to no session.</summary>
    public LoneRequests Lone { get; } = new();

    /// <summary>Reads the bodies of messages.</summary>
    public BodyReader Bodies { get; } = new(Edge, Time);

    /// <summary>The tickets for uploads.</summary>
    public required UploadTickets Uploads { get; init; }

    /// <summary>What those are told who are not let in.</summary>
    public BearerChallenge Challenge { get; } = new(Edge.Metadata);

    /// <summary>Counts a refusal; true when there were so many of the same that no more are worth an answer of their own.</summary>
    public bool CountRefusal(in RefusalKey key) => Refusals.Count(key) > Edge.MaxRefusals;
}
