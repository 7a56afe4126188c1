using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport.Http;

/// <summary>One tool call as the audit sees it: never content, names of people or tokens.</summary>
internal readonly record struct CallRecord
{
    /// <summary>A random id, also sent to the client.</summary>
    public required string Request { get; init; }

    /// <summary>A hash.</summary>
    public required UInt128 Principal { get; init; }

    /// <summary>A hash of the session's id; null for a modern request.</summary>
    public required string? Session { get; init; }

    /// <summary>The id of the configured workspace; null when none is.</summary>
    public required string? Workspace { get; init; }

    /// <summary>The tool's name in the catalogue; null when there is no such tool.</summary>
    public required string? Tool { get; init; }

    /// <summary>The tool that it ran in its place; null when it ran none.</summary>
    public required string? Inner { get; init; }

    /// <summary>What it was asked, for the digest; null when the arguments were refused.</summary>
    public required BoundArguments? Arguments { get; init; }

    public required CallEnd End { get; init; }

    /// <summary>The kind of failure or ClickUp's code; null when there is none.</summary>
    public required string? Error { get; init; }

    /// <summary>The last status of ClickUp; 0 when it was not asked.</summary>
    public required int UpstreamStatus { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>What of the duration was spent waiting for the rate limit.</summary>
    public required TimeSpan Waited { get; init; }
}
