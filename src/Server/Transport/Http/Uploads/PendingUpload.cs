using ClickUpMcp.Protocol;

namespace ClickUpMcp.Transport.Http;

/// <summary>A call that waits for its file.</summary>
/// <param name="Principal">Who asked for it.</param>
/// <param name="Owner">Whose it is: the principal, or where nobody authenticates, a hash of the token that was sent.</param>
/// <param name="CreateSession">Makes the session that it runs in, with the tools and credential of whoever asked.</param>
/// <param name="Message">The call, a message of MCP.</param>
/// <param name="MaxBytes">The most bytes that the file may have.</param>
/// <param name="Expires">Until when the file may come.</param>
internal sealed record PendingUpload(
    Principal Principal,
    UInt128 Owner,
    Func<McpSession> CreateSession,
    ReadOnlyMemory<byte> Message,
    long MaxBytes,
    DateTimeOffset Expires
);
