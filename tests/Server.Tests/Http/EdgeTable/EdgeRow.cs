namespace ClickUpMcp.Tests.Http.EdgeTable;

/// <summary>A row of the table of checks in <c>docs/http.md</c>, and how a request fails it.</summary>
/// <param name="Name">The check.</param>
/// <param name="Status">The status of the refusal; a check with two has a row for each.</param>
/// <param name="Code">The code of its JSON-RPC error.</param>
/// <param name="Break">Makes a good request one that fails.</param>
internal sealed record EdgeRow(string Name, int Status, int Code, Action<RequestDraft> Break)
{
    /// <summary>The only revisions with this check: 2026-07-28 or all older ones; null where all have it.</summary>
    public bool? IsModern { get; init; }

    /// <summary>Whether it is about much or slow data, so that a request which fails it is none to fail an earlier check with.</summary>
    public bool IsHeavy { get; init; }

    /// <summary>Sends the request in surroundings in which it fails.</summary>
    public Func<GuardedServer, string, Task<string>> SendAsync { get; init; } =
        static (server, request) => server.Server.RawAsync(request);

    public bool AppliesTo(bool isModern) => IsModern is null || IsModern == isModern;
}
