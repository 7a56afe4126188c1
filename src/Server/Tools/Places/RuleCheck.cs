using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Places;

/// <summary>Holds one request that writes to the rules of places of its call.</summary>
/// <param name="finder">Finds where things are.</param>
/// <param name="placesOf">Gives the places of a rule, with their ids.</param>
/// <param name="request">The request.</param>
/// <param name="call">The call.</param>
internal sealed class RuleCheck(
    PlaceFinder finder,
    Func<CallRule, AllowedPlaces> placesOf,
    ClickUpRequest request,
    WaitingCall call
)
{
    /// <summary>Lets the first rule that fits decide.</summary>
    /// <exception cref="ActionableException">It refuses, or nobody has confirmed what must be confirmed.</exception>
    public async ValueTask RunAsync(
        IReadOnlyList<CallRule> rules,
        IReadOnlyList<RequestedThing> things,
        CancellationToken cancellationToken
    )
    {
        foreach (CallRule rule in rules)
        {
            if (!await FitsAsync(rule, things, cancellationToken))
            {
                continue;
            }

            switch (rule.Effect)
            {
                case RuleEffect.Refuse:
                    throw CallRules.Refused(rule);
                case RuleEffect.Confirm
                    when call.Confirmation is { IsGiven: false, Holds: false } && call.Rehearsal is null:
                    throw PlaceErrors.Unconfirmed();
                case RuleEffect.Confirm:
                    call.Confirmation.Require();
                    break;
            }

            return;
        }
    }

    /// <remarks>What nobody knows the place of fits where that narrows, and does not where it widens.</remarks>
    private async ValueTask<bool> FitsAsync(
        CallRule rule,
        IReadOnlyList<RequestedThing> things,
        CancellationToken cancellationToken
    )
    {
        if (rule.Places.Count == 0)
        {
            return true;
        }

        bool allows = rule.Effect == RuleEffect.Allow;
        IReadOnlyList<Place> places = await placesOf(rule).GetAsync(call, cancellationToken);
        foreach (RequestedThing thing in things)
        {
            bool isMade = thing.Id == Rehearsal.NewId && call.Rehearsal is not null;
            bool? isInside = isMade ? null : await IsInsideAsync(thing, places, cancellationToken);
            if (isMade || (isInside ?? !allows) == allows)
            {
                continue;
            }

            return !allows;
        }

        return allows;
    }

    private async ValueTask<bool?> IsInsideAsync(
        RequestedThing thing,
        IReadOnlyList<Place> places,
        CancellationToken cancellationToken
    )
    {
        bool hasWorkspace = places.Any(static place => place.Thing.Noun == WriteTargets.Everywhere);
        if (thing.Id.Length == 0)
        {
            return hasWorkspace ? null : false;
        }

        bool isKnown = false;
        await foreach (Place place in finder.AroundAsync(thing, request, cancellationToken))
        {
            if (places.Any(one => one.Thing == place.Thing))
            {
                return true;
            }

            isKnown = place.Thing.Noun == WriteTargets.Everywhere || (place.Thing.Noun == "space" && !hasWorkspace);
            if (isKnown)
            {
                break;
            }
        }

        return isKnown ? false : null;
    }
}
