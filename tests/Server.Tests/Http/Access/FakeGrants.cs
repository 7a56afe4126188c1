using System.Collections.Concurrent;
using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Http;

/// <summary>Grants that a test gives and takes, and the ClickUp tokens behind them.</summary>
internal sealed class FakeGrants : IAccessTokens, IUpstreamCredentials
{
    public const string Origin = "https://mcp.example.com";
    public const string Resource = Origin + "/mcp";

    private readonly ConcurrentDictionary<string, (Access Access, string Resource)> _tokens = new();
    private readonly ConcurrentDictionary<string, string> _credentials = new();

    /// <summary>The grants that were ended.</summary>
    public ConcurrentQueue<string> Ended { get; } = [];

    public AccessServices Services => new AccessServices().With(this, this, Origin);

    /// <summary>What a server is told whose tokens these are.</summary>
    public static void Configure(ServerOptions options) => options.Http.PublicUrl = new Uri(Origin);

    /// <summary>Gives a grant and returns a token of it.</summary>
    public string Give(
        string id,
        ToolScopes scopes = ToolScopes.All,
        string credential = "pk_1_GRANT",
        string[]? workspaces = null,
        string resource = Resource
    )
    {
        string token = $"token-of-{id}-0123456789";
        Access access = new(
            id,
            "owner",
            "client",
            [.. scopes.ToWords()],
            workspaces ?? ["9001"],
            DateTimeOffset.MaxValue
        );
        _tokens[token] = (access, resource);
        _credentials[id] = credential;
        return token;
    }

    public ValueTask<Access?> FindAsync(
        string token,
        string resource,
        Sender sender,
        CancellationToken cancellationToken
    ) =>
        new(
            _tokens.TryGetValue(token, out (Access Access, string Resource) known)
            && known.Resource == resource
            && _credentials.ContainsKey(known.Access.GrantId)
                ? known.Access
                : null
        );

    public ValueTask<bool> IsActiveAsync(string grantId, CancellationToken cancellationToken) =>
        new(_credentials.ContainsKey(grantId));

    public ValueTask<string?> FindAsync(string grantId, CancellationToken cancellationToken) =>
        new(_credentials.GetValueOrDefault(grantId));

    public ValueTask EndGrantAsync(string grantId, CancellationToken cancellationToken)
    {
        _credentials.TryRemove(grantId, out _);
        Ended.Enqueue(grantId);
        return default;
    }
}
