using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport;

/// <summary>What every tool call of one connection shares.</summary>
/// <param name="Identity">Stamped on modern answers.</param>
/// <param name="Gateway">The tools; created by the first request that needs them.</param>
/// <param name="Writer">The way to the client.</param>
/// <param name="InFlight">The requests being worked on.</param>
/// <param name="Logger">For failures; never sees content.</param>
internal sealed record ToolCallServices(
    ServerIdentity Identity,
    Lazy<IToolGateway> Gateway,
    MessageWriter Writer,
    InFlightRequests InFlight,
    ILogger Logger
);
