namespace ClickUpMcp.Resolution;

/// <summary>Looks a name up, and once more in fresh data before it fails.</summary>
internal static class NameLookup
{
    /// <summary>The one thing that the name means.</summary>
    /// <param name="kind">What is looked up.</param>
    /// <param name="text">The caller's words, cleaned.</param>
    /// <param name="lookups">The call that asks.</param>
    /// <param name="load">Loads the table; its argument tells whether an older one had no single match.</param>
    /// <exception cref="Errors.ActionableException">Nothing has the name, or more than one thing has.</exception>
    public static async Task<NamedThing> FindAsync(
        EntityKind kind,
        string text,
        CallLookups lookups,
        Func<bool, Task<NameTable>> load
    )
    {
        NameMatches matches = Find(await load(false), text, lookups);
        if (matches.Things.Count != 1)
        {
            NameTable fresh = await load(true);
            matches = Find(fresh, text, lookups);
            if (matches.Things.Count != 1)
            {
                throw matches.Any
                    ? NameErrors.Ambiguous(kind, text, matches.Things)
                    : NameErrors.Unknown(kind, text, fresh, lookups.NeedsWholeNames);
            }
        }

        lookups.Found(kind, text, matches.Things[0], matches.Quality);
        return matches.Things[0];
    }

    /// <summary>The one thing that has the name, or else a new one, of which the call is told that it is new.</summary>
    /// <remarks>Parts of names do not count: who adds "front" does not mean "frontend".</remarks>
    /// <param name="kind">What is looked up; its names are its ids.</param>
    /// <param name="text">The caller's words, cleaned.</param>
    /// <param name="lookups">The call that asks.</param>
    /// <param name="load">Loads the table; its argument tells whether an older one had no match.</param>
    public static async Task<NamedThing> FindOrAddAsync(
        EntityKind kind,
        string text,
        CallLookups lookups,
        Func<bool, Task<NameTable>> load
    )
    {
        NameMatches matches = (await load(false)).Find(text, MatchQuality.Whole);
        if (!matches.Any)
        {
            NameTable fresh = await load(true);
            matches = fresh.Find(text, MatchQuality.Whole);
            if (!matches.Any)
            {
                lookups.Remark(NameErrors.New(kind, text, fresh));
                return new NamedThing(text, text, string.Empty, []);
            }
        }

        lookups.Found(kind, text, matches.Things[0], matches.Quality);
        return matches.Things[0];
    }

    private static NameMatches Find(NameTable table, string text, CallLookups lookups) =>
        table.Find(text, table.IsPartial || lookups.NeedsWholeNames ? MatchQuality.Whole : MatchQuality.Part);
}
