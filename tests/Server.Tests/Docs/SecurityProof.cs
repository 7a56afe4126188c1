namespace ClickUpMcp.Tests.Docs;

/// <summary>A requirement or promise, in a sentence of ours.</summary>
/// <param name="Id">Its id, as tests carry it in a trait or in their name.</param>
/// <param name="Says">What must hold.</param>
internal sealed record SecurityProof(string Id, string Says)
{
    /// <summary>All that have to be shown by tests.</summary>
    public static readonly SecurityProof[] All =
    [
        new("H-01", "Only host names that the operator knows are answered."),
        new("H-02", "A page of an unknown origin is refused before anything is read."),
        new("H-03", "Without authentication nothing but the loopback is listened on."),
        new("H-04", "Only JSON is read, and only clients that can read the reply are answered."),
        new("H-05", "Sizes, depth, times and open requests are bounded."),
        new("H-06", "What the 2026-07-28 headers and metadata say agrees with the message."),
        new(
            "H-07",
            "Batches where there are none, doubled members and malformed messages are refused, never a server error."
        ),
        new("H-08", "Errors carry no stack, path, token or upstream body."),
        new("H-09", "Methods that an endpoint does not have are refused with those that it has."),
        new("H-10", "Responses are not cached or sniffed; TLS is insisted on where it is spoken."),
        new("H-11", "What a proxy claims to forward is not believed."),
        new("A-01", "No work is done for a request without authentication."),
        new("A-02", "Every route is known, with its access."),
        new("A-05", "The ClickUp token is in no error and in nothing that is printed."),
        new("T-01", "Concurrent tenants with equal request ids get their own replies."),
        new("T-02", "Caches are kept by tenant, bounded, and end."),
        new("T-03", "Session ids cannot be guessed, belong to one principal, and end."),
        new("T-05", "A cursor is of one owner, tool and arguments, and an altered one is refused."),
        new(
            "L-01",
            "Each call is an audit line: who, what and how it ended, without content; the log has none either."
        ),
        new("L-02", "Standard output carries only JSON-RPC."),
        new("L-03", "Health checks and metrics tell nothing of a tenant; only a well-formed trace is taken."),
        new("PA-01", "The ClickUp token is in memory for the length of the session."),
        new("PA-02", "ClickUp is called directly."),
        new("PA-03", "A session has services of its own."),
        new("PA-04", "Data of one user's session reaches no other."),
        new("PA-05", "A tool runs only within the session that called it."),
        new("PA-06", "The client's credentials precede the server's."),
        new("PA-11", "Requests are spaced and queued."),
        new("PA-12", "A rate limit is waited out."),
        new("PA-13", "No request is dropped in silence."),
        new("PA-14", "Enabled tools: only these."),
        new("PA-15", "Disabled tools: never these."),
        new("PA-16", "A disabled tool is not listed and not called."),
        new("PA-17", "Content is not logged."),
        new("PA-18", "The audit knows sessions and principals as hashes."),
        new("PA-19", "Logs never reach the protocol's stream."),
        new("PB-02", "Every route authenticates, but for the loopback."),
        new("PB-06", "Calls are limited by principal and day."),
        new("PB-04", "Session tokens are random, end, and can be revoked."),
        new("PB-05", "Arguments are not trusted, and no error repeats them."),
        new("PB-08", "The audit is structured, and holds no payload, result or token."),
        new("PB-10", "What a tool's schema says is what the server accepts."),
    ];
}
