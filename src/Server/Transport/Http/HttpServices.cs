using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport.Http;

/// <summary>What all requests share; nothing of any tenant.</summary>
/// <param name="Edge">What the edge checks compare with.</param>
/// <param name="Authenticator">Finds out who sends a request.</param>
/// <param name="Tenants">Finds what stands behind a request.</param>
/// <param name="Sessions">The sessions of legacy clients.</param>
/// <param name="Lifetime">How far the server's end has come.</param>
/// <param name="Audit">Takes each tool call; null keeps none.</param>
/// <param name="Telemetry">Shows each message; null shows none.</param>
/// <param name="Loggers">For failures; never see content.</param>
/// <param name="Time">The clock.</param>
internal sealed record HttpServices(
    EdgeOptions Edge,
    IAuthenticator Authenticator,
    ITenants Tenants,
    SessionStore Sessions,
    HttpLifetime Lifetime,
    ICallAudit? Audit,
    McpTelemetry? Telemetry,
    ILoggerFactory Loggers,
    TimeProvider Time
);
