using ClickUpMcp.Authorization.Records;

namespace ClickUpMcp.Authorization;

/// <summary>What can be configured of the authorization server.</summary>
public sealed record AuthorizationOptions
{
    /// <summary>The address that clients and browsers use, without a path: all others are built from it, never from a request.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The id of the application that the operator registered at ClickUp.</summary>
    public required string ClickUpClientId { get; init; }

    /// <summary>The secret of that application.</summary>
    public required string ClickUpClientSecret { get; init; }

    /// <summary>The page of ClickUp where users choose their workspaces.</summary>
    public Uri ClickUpAuthorizePage { get; init; } = new("https://app.clickup.com/api");

    /// <summary>Where ClickUp's API is.</summary>
    public Uri ClickUpApi { get; init; } = new("https://api.clickup.com/");

    /// <summary>How long access tokens live: an hour unless the operator needs longer, a day at most.</summary>
    public TimeSpan AccessTokenLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token lives that is not used.</summary>
    public TimeSpan RefreshTokenLife { get; init; } = AuthorizationRecords.LongestGrant;

    /// <summary>What of their sender the tokens of new grants are bound to: words of <see cref="Senders.SenderMark"/>; empty for nothing.</summary>
    public IReadOnlyList<string> BindTokensTo { get; init; } = [];

    /// <summary>Whether clients may register themselves.</summary>
    public bool AllowsRegistration { get; init; } = true;

    /// <summary>The hosts that clients may return users to, beside this machine; empty for any.</summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = [];

    /// <summary>The schemes of applications that clients may return users to, such as <c>cursor</c>; none unless listed.</summary>
    public IReadOnlyList<string> RedirectSchemes { get; init; } = [];

    /// <summary>Whether metadata of clients is fetched from the addresses that are their ids.</summary>
    public bool AllowsClientDocuments { get; init; } = true;

    /// <summary>Most requests a minute from one address to each of the places that nobody needs to be known at.</summary>
    public int RequestsPerMinute { get; init; } = 120;

    /// <summary>The issuer: the public address without a slash at its end, as all metadata and answers name it.</summary>
    public string Issuer => PublicUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The resource that tokens are for unless the client names a part of it.</summary>
    public string Resource => Issuer + "/mcp";

    /// <summary>Whether browsers reach this server over TLS.</summary>
    public bool IsSecure => PublicUrl.Scheme == Uri.UriSchemeHttps;
}
