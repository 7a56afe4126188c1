using ClickUpMcp.Protocol.Recording;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Protocol;

/// <summary>What the protocol core shares between all peers.</summary>
internal sealed record CoreServices
{
    /// <summary>For failures; never sees content.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Fires when the server ends: what still runs is cancelled, and its requests are told so.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Takes each tool call; null keeps none.</summary>
    public ICallAudit? Audit { get; init; }

    /// <summary>Shows each message; null shows none.</summary>
    public McpTelemetry? Telemetry { get; init; }
}
