using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>A token that is accepted, known by its hash only.</summary>
/// <param name="Hash">The token's SHA-256.</param>
/// <param name="Principal">Whom it stands for.</param>
internal sealed record BearerToken(byte[] Hash, Principal Principal);
