using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Recording;

/// <summary>One tool call as the audit sees it: never content, names of people or tokens.</summary>
internal readonly record struct CallRecord
{
    /// <summary>A random id, also sent to the client over HTTP; null for a message that failed and is no tool call.</summary>
    public string? Request { get; init; }

    /// <summary>The trace that the client says it belongs to; null for none.</summary>
    public string? Trace { get; init; }

    /// <summary>A hash.</summary>
    public required UInt128 Principal { get; init; }

    /// <summary>What the operator calls the principal; null where nobody authenticates.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>What the client calls itself.</summary>
    public ClientInfo Client { get; init; }

    /// <summary>A hash of the session's id; null for a modern request.</summary>
    public string? Session { get; init; }

    /// <summary>The id of the workspace that the call works in, or else of the configured one; null when neither is known.</summary>
    public string? Workspace { get; init; }

    /// <summary>The tool's name in the catalogue; null when there is no such tool.</summary>
    public string? Tool { get; init; }

    /// <summary>The tool that it ran in its place; null when it ran none.</summary>
    public string? Inner { get; init; }

    /// <summary>The method of a message that is no tool call but was served by one, or failed; null otherwise.</summary>
    public string? Method { get; init; }

    /// <summary>What it was asked, for the digest; null when the arguments were refused.</summary>
    public BoundArguments? Arguments { get; init; }

    public required CallEnd End { get; init; }

    /// <summary>The kind of failure or ClickUp's code; null when there is none.</summary>
    public string? Error { get; init; }

    /// <summary>When a limit refused the call: the time until it lets one in again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The last status of ClickUp; 0 when it was not asked.</summary>
    public int UpstreamStatus { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>What of the duration was spent waiting for the rate limit.</summary>
    public TimeSpan Waited { get; init; }
}
