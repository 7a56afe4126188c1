using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Keeps a client that may work in some workspaces out of the others that its token sees.</summary>
/// <remarks>
/// A token that sees no others is held by ClickUp itself. Else each thing that a request names must be inside: what can be
/// looked up is, what cannot must have been shown before, and what is unknown is refused.
/// </remarks>
/// <param name="inner">Sends what is let through.</param>
/// <param name="allowed">The ids of the workspaces.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkspaceGuard(IClickUpClient inner, IReadOnlyList<string> allowed, TimeProvider time)
    : IClickUpClient
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly string _workspaces = ClickUpOperations.GetTeams().Path;
    private readonly ThingHomes _homes = new(inner, allowed);
    private readonly ShownIds _shown = new();
    private long? _looked;
    private bool _seesOthers = true;

    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (request.Method == ClickUpMethod.Get && request.Path == _workspaces)
        {
            return await ListAsync(request, cancellationToken);
        }

        RequestedThings things = RequestedThings.Of(request);
        if (things.Workspaces.FirstOrDefault(workspace => !allowed.Contains(workspace)) is { } foreign)
        {
            throw Refusal($"the workspace {foreign}");
        }

        bool seesOthers = await SeesOthersAsync(request, cancellationToken);
        if (seesOthers)
        {
            await CheckAsync(things, request, cancellationToken);
        }

        ClickUpResponse response = await inner.SendAsync(
            seesOthers ? request with { Wanted = null } : request,
            cancellationToken
        );
        if (seesOthers)
        {
            _shown.Add(request, response);
        }

        return response;
    }

    private async ValueTask CheckAsync(
        RequestedThings things,
        ClickUpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (things.IsUnknown)
        {
            throw Refusal("what this asks for");
        }

        foreach (RequestedThing thing in things.Things)
        {
            bool isInside = _shown.Has(thing) || await _homes.AreInsideAsync(thing, request.Call, cancellationToken);
            if (!isInside)
            {
                throw Refusal($"the {thing.Noun.Replace('_', ' ')} {Uri.UnescapeDataString(thing.Id)}");
            }
        }
    }

    private async ValueTask<bool> SeesOthersAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (_looked is not { } looked || time.GetElapsedTime(looked) >= Lifetime)
        {
            await ListAsync(ClickUpOperations.GetTeams() with { Call = request.Call }, cancellationToken);
        }

        return _seesOthers;
    }

    private async ValueTask<ClickUpResponse> ListAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        ClickUpResponse all = await inner.SendAsync(request, cancellationToken);
        ClickUpResponse some = WorkspaceUnion.Only(all, allowed, out bool leftOut);
        _seesOthers = leftOut;
        _looked = time.GetTimestamp();
        return some;
    }

    private static ClickUpApiException Refusal(string what) =>
        new(
            ApiErrorKind.NotFoundOrNoAccess,
            $"There is no access to {what}.",
            "It does not exist, is in a workspace that this connection may not work in, or was not shown to it before.",
            "Look it up by its name or list it first; to work elsewhere, the connection must be allowed there."
        );
}
