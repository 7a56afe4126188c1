using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Tokens;

/// <summary>A code or a token that was found.</summary>
/// <param name="Record">Where it is kept.</param>
/// <param name="Content">What is kept of it.</param>
internal sealed record KeptToken(StoredRecord Record, TokenContent Content);
