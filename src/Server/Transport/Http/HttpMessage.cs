using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>One message that came by POST, checked and ready to be served.</summary>
/// <param name="Context">The request it came in.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Session">The legacy session; null for a modern message and for the one that starts a session.</param>
/// <param name="Body">Its bytes; valid until the request ends.</param>
/// <param name="Envelope">Its parts.</param>
/// <param name="IsModern">Whether it belongs to the stateless revision.</param>
internal sealed record HttpMessage(
    HttpContext Context,
    HttpTenant Tenant,
    HttpSession? Session,
    ReadOnlyMemory<byte> Body,
    Envelope Envelope,
    bool IsModern
)
{
    /// <summary>How telemetry shows it; null when it does not.</summary>
    public McpOperation? Operation { get; init; }

    /// <summary>The id as written; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Id => Body[Envelope.Id];

    /// <summary>Whether the client's revision has output schemas and structured content.</summary>
    public bool KnowsStructured => IsModern || Session is { KnowsStructured: true };

    /// <summary>What is stamped on modern answers; null for a legacy client.</summary>
    public ServerIdentity? ModernIdentity => IsModern ? Tenant.Identity : null;
}
