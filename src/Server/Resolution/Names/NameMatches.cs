namespace ClickUpMcp.Resolution;

/// <summary>What a name may mean.</summary>
/// <param name="Things">All that match it in the best way that has any match; more than one means ambiguous.</param>
/// <param name="Quality">How well they match.</param>
internal readonly record struct NameMatches(IReadOnlyList<NamedThing> Things, MatchQuality Quality)
{
    public static NameMatches None => new([], MatchQuality.Part);

    public bool Any => Things.Count > 0;
}
