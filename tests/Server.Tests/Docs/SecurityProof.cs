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
        new("A-03", "What clients that sign in are told names this resource exactly, and little to ask for."),
        new("A-04", "A token that is forged, expired, early, or made for others lets nobody in."),
        new(
            "A-05",
            "No client's token goes to ClickUp, and no ClickUp token to a client, an error or anything printed."
        ),
        new("A-06", "A tool runs only for who was granted its scope, and the refusal names what it takes."),
        new("A-07", "Each request is checked anew, and the list has what the principal may call."),
        new("A-08", "What is taken back, here or at ClickUp, lets nobody in from the next request on."),
        new("A-09", "A connection of some workspaces reaches no other, by no header, path, argument or id."),
        new(
            "O-01",
            "A code needs its PKCE verifier (S256), works once within a minute, and its replay ends what came of it."
        ),
        new("O-02", "Users are sent back to exactly the addresses that a client registered, and to nothing that runs."),
        new(
            "O-03",
            "A page of ours asks for each client, each time, before ClickUp is reached; nothing stands for its yes."
        ),
        new("O-04", "A sign-in ends in the browser that began it, once, within ten minutes."),
        new("O-05", "All that clients are told names the issuer, and the metadata is that of its address."),
        new("O-06", "What clients say of themselves is bounded, expires, and makes this server fetch nothing inside."),
        new("O-07", "A token is for the resource and the scopes that were granted, and no refresh widens them."),
        new("O-08", "A refresh token works once, and its replay ends the grant."),
        new("O-09", "Tokens, codes and secrets are kept as hashes, ClickUp's tokens sealed."),
        new("O-10", "Strangers are limited by address and by client."),
        new("T-01", "Concurrent tenants with equal request ids get their own replies."),
        new("T-02", "Caches are kept by tenant, bounded, and end."),
        new("T-03", "Session ids cannot be guessed, belong to one principal, and end."),
        new(
            "T-04",
            "What confirms a call is sealed, of one caller, call and thing, and good once within five minutes."
        ),
        new("T-05", "A cursor is of one owner, tool and arguments, and an altered one is refused."),
        new("S-01", "Requests go to ClickUp or this machine, and no value changes which endpoint they reach."),
        new(
            "S-02",
            "Files are fetched by https from the public internet only, checked at connect and at each redirect, within bounds, and only where allowed."
        ),
        new("S-03", "No address, host or credential is taken from headers but the documented ones."),
        new("S-04", "Redirects are not followed."),
        new(
            "F-01",
            "Files of the machine are read over stdio alone, below folders that the user names, by where the opened file is."
        ),
        new("F-02", "Files with names of secrets are refused there, too, unless the user allows the name."),
        new(
            "F-03",
            "Files are saved over stdio alone, in the folder that the user names, under cleaned names, for that user alone, and over nothing that is there."
        ),
        new("I-01", "No process is started, and no code made or loaded at run time."),
        new("I-02", "Arguments are held against the published schema, and a refusal names the field."),
        new("I-03", "No pattern of a caller can hold up a call."),
        new(
            "P-01",
            "What people wrote is cleaned of what they would not see: invisible characters, controls, comments and hidden markup; what they see stays."
        ),
        new("P-02", "Instructions and descriptions are constants, and nothing that others wrote gets into them."),
        new(
            "P-03",
            "What guests and others from outside wrote is marked or left out where the operator wants it, as far as ClickUp shows who wrote it: best effort, no boundary of authorization."
        ),
        new("P-04", "Definitions of tools are those that were committed."),
        new("P-05", "Annotations agree with what is sent."),
        new("P-06", "Read-only sends nothing that changes anything."),
        new("P-07", "What a person must confirm is not sent before they have."),
        new("P-08", "Results are bounded, and no address in them is fetched."),
        new("R-01", "Calls are limited by principal, and one client does not stop another."),
        new("R-02", "What is cancelled, or whose client is gone, stops."),
        new(
            "L-01",
            "Each call is an audit line: who, what and how it ended, without content; the log has none either."
        ),
        new("L-02", "Standard output carries only JSON-RPC."),
        new("L-03", "Health checks and metrics tell nothing of a tenant; only a well-formed trace is taken."),
        new(
            "C-01",
            "What comes in is locked and checked; what is released is listed, attested, and runs without rights."
        ),
        new("C-02", "This page names each requirement with its tests, or says that there is none."),
        new("PA-01", "The ClickUp token is in memory for the length of the session."),
        new("PA-02", "ClickUp is called directly."),
        new("PA-03", "A session has services of its own."),
        new("PA-04", "Data of one user's session reaches no other."),
        new("PA-05", "A tool runs only within the session that called it."),
        new("PA-06", "The client's credentials precede the server's."),
        new("PA-07", "What leaves and comes back with a redirect is authenticated by an HMAC."),
        new("PA-08", "A sign-in is bound to its browser by a cookie."),
        new("PA-09", "Secrets are compared in constant time."),
        new("PA-10", "Codes and registrations expire, and stale tokens are refused."),
        new("PA-11", "Requests are spaced and queued."),
        new("PA-12", "A rate limit is waited out."),
        new("PA-13", "No request is dropped in silence."),
        new("PA-14", "Enabled tools: only these."),
        new("PA-15", "Disabled tools: never these."),
        new("PA-16", "A disabled tool is not listed and not called."),
        new("PA-17", "Content is not logged."),
        new("PA-18", "The audit knows sessions and principals as hashes."),
        new("PA-19", "Logs never reach the protocol's stream."),
        new("PB-01", "ClickUp tokens stay on the server; clients come in with tokens of its own."),
        new("PB-02", "Every route authenticates, but for the loopback."),
        new("PB-03", "Clients are told to ask for little, and for more when they need it."),
        new("PB-04", "Session tokens and keys are random, end, can be bound to devices, and can be revoked."),
        new("PB-05", "Arguments are not trusted, and no error repeats them."),
        new("PB-06", "Calls are limited by principal and day."),
        new("PB-07", "What is kept of a person is little, ends, and can be exported and erased."),
        new("PB-08", "The audit is structured, and holds no payload, result or token."),
        new("PB-09", "Dependencies are few, locked and audited."),
        new("PB-10", "What a tool's schema says is what the server accepts."),
    ];
}
