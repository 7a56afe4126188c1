using System.Runtime.CompilerServices;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Places;

/// <summary>Sends writes only where all that they name is in places that may be written to, whichever tool sends them.</summary>
/// <remarks>What is in no place inside a workspace is of the workspace, and what is unknown is refused.</remarks>
internal sealed class PlaceGuard : IClickUpClient
{
    private readonly IClickUpClient _inner;
    private readonly CatalogView _catalog;
    private readonly Func<WorkspaceDirectory> _directory;
    private readonly AllowedPlaces[] _bounds;
    private readonly ShownParts _parts = new();
    private readonly PlaceFinder _finder;
    private readonly ConditionalWeakTable<CallRule, AllowedPlaces> _ofRules = [];

    /// <param name="inner">Sends what is let through.</param>
    /// <param name="bounds">Lists of places: each thing must be in one place of every list.</param>
    /// <param name="catalog">Says where operations write.</param>
    /// <param name="directory">Where names of places are looked up, by way of this client.</param>
    /// <param name="time">The clock.</param>
    public PlaceGuard(
        IClickUpClient inner,
        IReadOnlyList<IReadOnlyList<WritePlace>> bounds,
        CatalogView catalog,
        Func<WorkspaceDirectory> directory,
        TimeProvider time
    )
    {
        (_inner, _catalog, _directory) = (inner, catalog, directory);
        _bounds = [.. bounds.Select(bound => new AllowedPlaces(bound, directory))];
        _finder = new PlaceFinder(inner, _parts, directory, time);
    }

    /// <exception cref="ClickUpApiException">It would write where nothing may be written, or there is no such thing.</exception>
    /// <exception cref="Errors.ActionableException">A configured name means no place, or several.</exception>
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsRead && !_catalog.IsRead(request.Operation))
        {
            await CheckAsync(request, cancellationToken);
        }

        ClickUpResponse response = await _inner.SendAsync(request with { Wanted = null }, cancellationToken);
        if (request.Call?.Rehearsal is null || request.IsRead)
        {
            _parts.Add(request, response);
        }

        return response;
    }

    private async ValueTask CheckAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (_bounds.Length == 0 && request.Call is not WaitingCall { Rules.Count: > 0 })
        {
            return;
        }

        IReadOnlyList<RequestedThing> things =
            WriteTargets.Of(request, _catalog) ?? throw PlaceErrors.UnknownOperation();
        if (request.Call is WaitingCall { Rules.Count: > 0 } call)
        {
            foreach (IReadOnlyList<CallRule> rules in call.Rules)
            {
                await new RuleCheck(_finder, PlacesOf, request, call).RunAsync(rules, things, cancellationToken);
            }
        }

        foreach (AllowedPlaces bound in _bounds)
        {
            IReadOnlyList<Place> allowed = await bound.GetAsync(request.Call, cancellationToken);
            foreach (RequestedThing thing in things)
            {
                // In a dry run nothing is sent, and what it would have made is where it was let make it.
                bool isMade = thing.Id == Rehearsal.NewId && request.Call?.Rehearsal is not null;
                if (!isMade)
                {
                    await CheckAsync(thing, request, allowed, cancellationToken);
                }
            }
        }
    }

    private AllowedPlaces PlacesOf(CallRule rule) =>
        _ofRules.GetValue(rule, one => new AllowedPlaces(one.Places, _directory));

    private async ValueTask CheckAsync(
        RequestedThing thing,
        ClickUpRequest request,
        IReadOnlyList<Place> allowed,
        CancellationToken cancellationToken
    )
    {
        if (thing.Id.Length == 0)
        {
            if (await OutsideAsync(request, allowed, cancellationToken) is { Count: > 0 } outside)
            {
                throw PlaceErrors.Outside(thing, outside, allowed);
            }

            return;
        }

        List<Place> around = [];
        await foreach (Place place in _finder.AroundAsync(thing, request, cancellationToken))
        {
            if (allowed.Any(one => one.Thing == place.Thing))
            {
                return;
            }

            around.Add(place);
        }

        // What nobody tells the place of is inside where all that the key sees is.
        bool isKnown = around.Exists(static place => place.Thing.Noun == WriteTargets.Everywhere);
        if (isKnown || (await OutsideAsync(request, allowed, cancellationToken)).Count > 0)
        {
            throw PlaceErrors.Outside(thing, around, allowed);
        }
    }

    /// <summary>The workspaces that the key sees and that may not be written to as a whole.</summary>
    private async ValueTask<IReadOnlyList<Place>> OutsideAsync(
        ClickUpRequest request,
        IReadOnlyList<Place> allowed,
        CancellationToken cancellationToken
    )
    {
        WorkspaceDirectory own = request.Call is { } call ? _directory().For(call) : _directory();
        IReadOnlyList<WorkspaceInfo> all = await own.GetWorkspacesAsync(afterMiss: false, cancellationToken);
        if (all.Count == 0)
        {
            return [new Place(new RequestedThing(WriteTargets.Everywhere, "unknown"))];
        }

        return
        [
            .. all.Select(static one => new Place(new RequestedThing(WriteTargets.Everywhere, one.Id), one.Name))
                .Where(workspace => allowed.All(one => one.Thing != workspace.Thing)),
        ];
    }
}
