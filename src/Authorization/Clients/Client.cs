namespace ClickUpMcp.Authorization.Clients;

/// <summary>An application that asks users to be let in.</summary>
/// <param name="Id">Its id: one that we gave, or the address of its metadata.</param>
/// <param name="Name">What it calls itself; written by others.</param>
/// <param name="RedirectUris">Where users may be sent back to.</param>
/// <param name="Authentication">How it proves who it is: a word of <see cref="ClientAuthentication"/>.</param>
/// <param name="SecretHash">The hash of its secret; null for a client without one.</param>
/// <param name="VerifiedHost">The host that vouches for its metadata; null for what only the client itself says.</param>
internal sealed record Client(
    string Id,
    string Name,
    IReadOnlyList<string> RedirectUris,
    string Authentication,
    string? SecretHash,
    string? VerifiedHost
);
