using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>What the look-ups of one call have in common: how exact names must be, and which ids nobody has checked.</summary>
/// <param name="remark">Takes a sentence for the caller.</param>
/// <param name="call">The call; a dry run of it shows the names that were found.</param>
internal sealed class CallLookups(Action<string>? remark = null, IUpstreamCall? call = null)
{
    /// <summary>Whether a part of a name is not enough, since what it names is removed.</summary>
    public bool NeedsWholeNames { get; set; }

    /// <summary>Whether something was taken for an id by its form alone.</summary>
    public bool HasTrusted => Trusted > 0;

    /// <summary>How often something was taken for an id by its form alone.</summary>
    public int Trusted { get; private set; }

    /// <summary>Whether this was something that a list is filtered by.</summary>
    public bool HasTrustedFilter { get; private set; }

    /// <summary>Whether a second look found a name in what looked like an id.</summary>
    public bool HasFoundName { get; private set; }

    /// <summary>Whether this is the second look.</summary>
    public bool HasStartedOver { get; private set; }

    /// <summary>Whether what has the form of an id is taken for one; on the second look only a look-up can tell.</summary>
    /// <param name="isFilter">Whether a list is filtered by it.</param>
    public bool TrustsForm(bool isFilter = false)
    {
        Trusted += HasStartedOver ? 0 : 1;
        HasTrustedFilter |= isFilter && !HasStartedOver;
        return !HasStartedOver;
    }

    /// <summary>Makes what looked like an id a name where it is one.</summary>
    public void CheckIds() => HasStartedOver = true;

    /// <summary>Says what a name was taken for, unless it is the same to a reader.</summary>
    public void Found(EntityKind kind, string text, NamedThing thing, MatchQuality quality)
    {
        HasFoundName |= HasStartedOver && thing.Id != text;
        (call?.Rehearsal as Rehearsal)?.Name(thing);
        if (quality != MatchQuality.Same)
        {
            remark?.Invoke($"{NameErrors.Show(text)} was taken for the {EntityNoun.Of(kind)} {thing.Describe()}.");
        }
    }

    /// <summary>Says something beside the result.</summary>
    public void Remark(string sentence) => remark?.Invoke(sentence);
}
