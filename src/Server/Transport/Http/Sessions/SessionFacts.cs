using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport.Http;

/// <summary>What must be known of a session to go on with it elsewhere.</summary>
/// <param name="Binding">A hash of whom it belongs to and what it may use: principal, credential, workspace and policy.</param>
/// <param name="Created">When it began.</param>
/// <param name="Version">The revision that was agreed on; null when there is none.</param>
/// <param name="ClientName">What the client called itself.</param>
/// <param name="ClientVersion">Of which version it said to be.</param>
/// <param name="Capabilities">What it said that it can be asked for.</param>
internal sealed record SessionFacts(
    string Binding,
    DateTimeOffset Created,
    string? Version,
    string? ClientName,
    string? ClientVersion,
    ClientCapabilities Capabilities
);
