namespace ClickUpMcp.Resolution;

/// <summary>Looks a name up, and once more in fresh data before it fails.</summary>
internal static class NameLookup
{
    /// <summary>The one thing that the name means.</summary>
    /// <param name="kind">What is looked up.</param>
    /// <param name="text">The caller's words, cleaned.</param>
    /// <param name="load">Loads the table; its argument tells whether an older one had no single match.</param>
    /// <exception cref="Errors.ActionableException">Nothing has the name, or more than one thing has.</exception>
    public static async Task<NamedThing> FindAsync(EntityKind kind, string text, Func<bool, Task<NameTable>> load)
    {
        IReadOnlyList<NamedThing> matches = NameMatcher.Find((await load(false)).Things, text);
        if (matches.Count == 1)
        {
            return matches[0];
        }

        NameTable fresh = await load(true);
        matches = NameMatcher.Find(fresh.Things, text);
        return matches.Count switch
        {
            1 => matches[0],
            0 => throw NameErrors.Unknown(kind, text, fresh.Things, fresh.Place, fresh.Next),
            _ => throw NameErrors.Ambiguous(kind, text, matches),
        };
    }
}
