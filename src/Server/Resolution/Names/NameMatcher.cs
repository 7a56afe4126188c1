namespace ClickUpMcp.Resolution;

/// <summary>Finds what a name means: exact before case-insensitive, whole names before paths; never a guess.</summary>
internal static class NameMatcher
{
    /// <summary>All things that match in the best way that has any match; more than one means ambiguous.</summary>
    /// <param name="things">Where to look.</param>
    /// <param name="text">A name, or a path such as <c>Space / Folder / List</c>; trimmed.</param>
    public static IReadOnlyList<NamedThing> Find(IReadOnlyList<NamedThing> things, string text)
    {
        List<NamedThing> byName = BestCase(things, (thing, how) => Same(thing.Name, text, how));
        if (byName.Count > 0 || !text.Contains('/', StringComparison.Ordinal))
        {
            return byName;
        }

        string[] path = text.Split('/', StringSplitOptions.TrimEntries);
        List<NamedThing> byFullPath = BestCase(
            things,
            (thing, how) => path.Length == thing.Ancestors.Count + 1 && EndsPath(thing, path, how)
        );
        return byFullPath.Count > 0 ? byFullPath : BestCase(things, (thing, how) => EndsPath(thing, path, how));
    }

    private static List<NamedThing> BestCase(
        IReadOnlyList<NamedThing> things,
        Func<NamedThing, StringComparison, bool> matches
    )
    {
        List<NamedThing> exact = things.Where(thing => matches(thing, StringComparison.Ordinal)).ToList();
        return exact.Count > 0
            ? exact
            : things.Where(thing => matches(thing, StringComparison.OrdinalIgnoreCase)).ToList();
    }

    /// <summary>Whether the path ends in the thing's name and its other parts name ancestors, in order; some may be left out.</summary>
    private static bool EndsPath(NamedThing thing, string[] path, StringComparison how)
    {
        if (!Same(thing.Name, path[^1], how))
        {
            return false;
        }

        int part = 0;
        foreach (string ancestor in thing.Ancestors)
        {
            if (part < path.Length - 1 && Same(ancestor, path[part], how))
            {
                part++;
            }
        }

        return part == path.Length - 1;
    }

    private static bool Same(string name, string text, StringComparison how) =>
        name.AsSpan().Trim().Equals(text.AsSpan().Trim(), how);
}
