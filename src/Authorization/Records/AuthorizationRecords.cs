using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Records;

/// <summary>The table of all that the authorization server keeps: what for, and for how long.</summary>
public static class AuthorizationRecords
{
    /// <summary>How long what a browser has begun is remembered.</summary>
    public static readonly TimeSpan SignInLife = TimeSpan.FromMinutes(10);

    /// <summary>The longest life of a refresh token, and so of a grant that is not used.</summary>
    public static readonly TimeSpan LongestGrant = TimeSpan.FromDays(30);

    /// <summary>The longest life of an access token.</summary>
    public static readonly TimeSpan LongestAccess = TimeSpan.FromHours(24);

    /// <summary>How long a client that is not used stays registered.</summary>
    public static readonly TimeSpan ClientLife = TimeSpan.FromDays(90);

    /// <summary>How long the metadata that a client publishes is believed at most.</summary>
    public static readonly TimeSpan LongestDocument = TimeSpan.FromDays(7);

    public static readonly RecordKind Client = new(
        "client",
        "Applications that registered themselves: name, addresses to return to, and the hash of their secret.",
        ClientLife
    );

    public static readonly RecordKind ClientDocument = new(
        "client-document",
        "What applications publish about themselves at the address that is their id, so that it is not fetched each time.",
        LongestDocument
    );

    public static readonly RecordKind SignIn = new(
        "sign-in",
        "A sign-in that is under way: what was allowed to which application, until ClickUp confirms it.",
        SignInLife
    );

    public static readonly RecordKind PageSession = new(
        "page-session",
        "Who looks at the page of connected applications.",
        TimeSpan.FromMinutes(30)
    );

    public static readonly RecordKind Grant = new(
        "grant",
        "What a user allowed to an application, sealed: scopes, workspaces, and keyed hashes of what its tokens are bound to.",
        LongestGrant
    );

    public static readonly RecordKind ClickUpToken = new(
        "clickup-token",
        "The ClickUp token that a grant works with, sealed.",
        LongestGrant
    );

    public static readonly RecordKind Code = new(
        "code",
        "The hash of an authorization code, worth something for a minute, and remembered longer so that a replay is noticed.",
        TimeSpan.FromMinutes(10)
    );

    public static readonly RecordKind AccessToken = new("access-token", "The hash of an access token.", LongestAccess);

    public static readonly RecordKind RefreshToken = new(
        "refresh-token",
        "The hash of a refresh token, also after it was used, so that a replay is noticed.",
        LongestGrant
    );

    public static readonly RecordKind Requests = new(
        "authorization-requests",
        "How many requests came from an address or for a client, as hashes, so that floods are refused.",
        TimeSpan.FromHours(1)
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [Client, ClientDocument, SignIn, PageSession, Grant, ClickUpToken, Code, AccessToken, RefreshToken, Requests];
}
