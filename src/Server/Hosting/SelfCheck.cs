using System.Globalization;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Places;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Hosting;

/// <summary>Looks at what the options come to, and asks ClickUp whether it agrees.</summary>
/// <param name="options">The options, which are valid in themselves.</param>
/// <param name="inventory">The tools that they leave.</param>
/// <param name="limits">The limits that they set.</param>
/// <param name="directory">What the tokens see.</param>
/// <param name="time">The clock of deadlines.</param>
internal sealed class SelfCheck(
    ServerOptions options,
    ToolInventory inventory,
    LimitTiers limits,
    WorkspaceDirectory directory,
    TimeProvider time
)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Makes all checks, and tells each finding as soon as it is there.</summary>
    /// <param name="found">Takes the findings, in the order in which to read them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<Finding> found, CancellationToken cancellationToken)
    {
        found(Tools());
        found(Calls());
        found(Address());
        if (options.Policy is { } policy)
        {
            found(Policy(policy));
        }

        if (options.Http.SignIn.BindTokensTo is { Count: > 0 } marks)
        {
            found(Binding(marks));
        }

        // Without a token nothing is sent, and so nothing is asked of the network.
        if (options is { Sandbox: false, HasApiKey: true })
        {
            ConnectionCheck connection = new(
                ClickUpClientOptions.ParseBaseUrl(options.ApiBaseUrl, options.AllowOtherApiHost),
                time
            );
            foreach ((string subject, Func<CancellationToken, Task<Finding>> check) in connection.Steps)
            {
                found(await CheckAsync(subject, check, cancellationToken));
            }
        }

        Finding accepted = await CheckAsync("token", TokenAsync, cancellationToken);
        found(accepted);
        // Whatever was said of the token would be said of these again.
        found(
            accepted.IsGood
                ? await CheckAsync("workspaces", WorkspacesAsync, cancellationToken)
                : new Finding(false, "workspaces", "not asked, since the token is not usable")
        );
        foreach (IReadOnlyList<WritePlace> places in options.WritePlaces)
        {
            found(await CheckAsync("places", token => PlacesAsync(places, token), cancellationToken));
        }

        found(Upstream());
    }

    private async Task<Finding> CheckAsync(
        string subject,
        Func<CancellationToken, Task<Finding>> check,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource deadline = new(Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            return await check(either.Token);
        }
        catch (ActionableException e)
        {
            return new Finding(
                false,
                subject,
                $"{e.What} {e.Why} {e.Next}".Replace("  ", " ", StringComparison.Ordinal)
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Finding(
                false,
                subject,
                string.Create(CultureInfo.InvariantCulture, $"no answer within {Deadline.TotalSeconds} s")
            );
        }
    }

    private Finding Tools() =>
        new(
            inventory.Available.Any(),
            "tools",
            $"{inventory.Listed.Count()} listed, {inventory.Available.Count()} callable; {inventory.ListJson.Length} bytes of list"
        );

    private Finding Calls()
    {
        LimitsSnapshot now = limits.Snapshot();
        return new Finding(
            true,
            "calls",
            $"{Limit(now.CallsPerMinute, "a minute for each session or principal")}, {Limit(now.CallsPerDay, "a day")}"
        );
    }

    /// <summary>Of a server over HTTP: to whom the tokens of its sign-ins belong.</summary>
    private Finding Binding(IReadOnlyList<string> marks) =>
        HttpStartRules.HiddenNetworks(options.Http) is { } problem
            ? new Finding(false, "binding", problem)
            : new Finding(
                true,
                "binding",
                $"over HTTP, tokens of new sign-ins are bound to the {string.Join(" and ", marks)} that used them first"
            );

    /// <summary>Where the tokens go.</summary>
    private Finding Address()
    {
        if (options.Sandbox)
        {
            return new Finding(true, "address", "the built-in sandbox");
        }

        Uri url = ClickUpClientOptions.ParseBaseUrl(options.ApiBaseUrl, options.AllowOtherApiHost);
        string of =
            ClickUpClientOptions.IsClickUp(url) ? ""
            : ClickUpClientOptions.IsThisMachine(url) ? ", on this machine"
            : ", which is not ClickUp's (--allow-other-api-host): every token goes there";
        return new Finding(true, "address", url.GetLeftPart(UriPartial.Authority) + of);
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        UserInfo user = await directory.GetUserAsync(cancellationToken);
        DateZones zones = DateZones.Of(options.TimeZone, user.TimeZone);
        string zone = zones.IsKnown ? zones.Times.Id : "UTC, since ClickUp gives no time zone: set --time-zone";
        return new Finding(
            true,
            "token",
            $"accepted; it is the token of {user.Name} (user {user.Id}), dates are read in {zone}"
        );
    }

    private async Task<Finding> WorkspacesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<WorkspaceInfo> all = await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken);
        string names = string.Join(", ", all.Select(static workspace => $"{workspace.Name} ({workspace.Id})"));
        return (options.OnlyWorkspace ?? options.WorkspaceId) switch
        {
            _ when all.Count == 0 => new Finding(
                false,
                "workspaces",
                "the token sees none; authorise it for one in ClickUp"
            ),
            { } id when all.All(workspace => workspace.Id != id) => new Finding(
                false,
                "workspaces",
                $"CLICKUP_TEAM_ID is {id}, but the token sees only {names}"
            ),
            { } id => new Finding(true, "workspaces", $"{id} of {names}"),
            null when all.Count > 1 => new Finding(
                true,
                "workspaces",
                $"{names}; a call must say which, or CLICKUP_TEAM_ID"
            ),
            null => new Finding(true, "workspaces", names),
        };
    }

    private async Task<Finding> PlacesAsync(IReadOnlyList<WritePlace> places, CancellationToken cancellationToken)
    {
        IReadOnlyList<Place> known = await new AllowedPlaces(places, () => directory).GetAsync(null, cancellationToken);
        return new Finding(true, "places", $"writes only to {string.Join(", ", known)}");
    }

    private static Finding Policy(PolicyFile policy) =>
        new(
            policy.Problem is null,
            "policy",
            policy.Problem
                ?? $"{policy.Path}: rules {policy.Rules.Count}, examples {policy.Rules.Examples}, all as they say"
        );

    /// <summary>Last, since the responses before it may have told the plan's limit.</summary>
    private Finding Upstream()
    {
        LimitsSnapshot now = limits.Snapshot();
        int? learned =
            options.ApiKey is { } key && !options.Sandbox
                ? limits.Upstream.LimiterOf(new ClickUpCredentials(key.Reveal()).Fingerprint()).PerMinute
                : null;
        string pace = (now.UpstreamPerMinute, learned) switch
        {
            (0, _) or (_, null) => "not paced",
            (null, { } adapted) =>
                $"{adapted.ToString(CultureInfo.InvariantCulture)} a minute, adapted to ClickUp's responses",
            ({ } most, { } adapted) => $"{Math.Min(most, adapted).ToString(CultureInfo.InvariantCulture)} a minute",
        };
        return new Finding(true, "requests", $"{pace}, {Limit(now.MaxInFlight, "at once for each token")}");
    }

    private static string Limit(int limit, string of) =>
        $"{(limit == 0 ? "any number" : limit.ToString(CultureInfo.InvariantCulture))} {of}";
}
