namespace ClickUpMcp.Tests.Parity;

/// <summary>What came back for one step over each transport.</summary>
/// <param name="Step">What was sent.</param>
/// <param name="HasSession">Whether the HTTP client had a session to send it in.</param>
/// <param name="Stdio">The messages over stdio, in order.</param>
/// <param name="Http">The messages over HTTP, in order.</param>
internal sealed record StepReplies(
    ParityStep Step,
    bool HasSession,
    IReadOnlyList<string> Stdio,
    IReadOnlyList<string> Http
);
