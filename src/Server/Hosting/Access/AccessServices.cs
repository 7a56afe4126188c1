using ClickUpMcp.Authorization;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Storage;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>What lets principals in besides the file of bearer tokens, and what stands behind them; each part null where there is none.</summary>
internal sealed record AccessServices : IAsyncDisposable
{
    /// <summary>The kinds of tokens, besides those of the file.</summary>
    public IReadOnlyList<ITokenKind> Kinds { get; init; } = [];

    /// <summary>The ClickUp tokens behind grants.</summary>
    public IUpstreamCredentials? Credentials { get; init; }

    /// <summary>Counts what principals use of their day.</summary>
    public IDailyQuota? Days { get; init; }

    /// <summary>Who gives out tokens for this server, as they name themselves; empty where nobody does.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>What clients are told to ask for at first.</summary>
    public ToolScopes InitialScopes { get; init; } = ToolScopes.Read;

    /// <summary>Where licence keys and grants are kept.</summary>
    public IRecordStore? Store { get; init; }

    /// <summary>Answers what there is beside MCP and probes.</summary>
    public IReadOnlyDictionary<HttpRouteKind, RequestDelegate> Pages { get; init; } =
        new Dictionary<HttpRouteKind, RequestDelegate>();

    /// <summary>Where users sign in; null where they cannot.</summary>
    public AuthorizationServer? SignIn { get; init; }

    /// <summary>The store, in use; null where nothing needs one.</summary>
    public OpenedStore? Opened { get; init; }

    /// <summary>What ends with it.</summary>
    public IReadOnlyList<IDisposable> Owned { get; init; } = [];

    public async ValueTask DisposeAsync()
    {
        foreach (IDisposable owned in Owned)
        {
            owned.Dispose();
        }

        if (SignIn is not null)
        {
            await SignIn.DisposeAsync();
        }

        if (Opened is not null)
        {
            await Opened.DisposeAsync();
        }
        else if (Store is not null)
        {
            await Store.DisposeAsync();
        }
    }
}
