using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Finds what a name means: whole names before paths, paths before parts of names; never a guess.</summary>
internal static class NameMatcher
{
    private const string PathSigns = "/>›→";

    /// <summary>What matches in the best way that has any match.</summary>
    /// <param name="things">Where to look.</param>
    /// <param name="text">A name, a part of one, or a path such as <c>Space / Folder / List</c>.</param>
    /// <param name="worst">The worst match that counts.</param>
    public static NameMatches Find(
        IReadOnlyList<NamedThing> things,
        string text,
        MatchQuality worst = MatchQuality.Part
    )
    {
        FoldedName sought = FoldedName.Of(text);
        NameMatches whole = FindWhole(things, text, sought);
        if (whole.Any)
        {
            return whole;
        }

        NameMatches byPath = text.AsSpan().ContainsAny(PathSigns) ? FindByPath(things, text, worst) : NameMatches.None;
        return byPath.Any ? byPath : PartMatcher.Find(things, sought, worst);
    }

    /// <summary>What a path leads to; all of a text that is none.</summary>
    public static string LastOfPath(string text) => text[(text.AsSpan().LastIndexOfAny(PathSigns) + 1)..];

    private static NameMatches FindWhole(IReadOnlyList<NamedThing> things, string text, FoldedName sought)
    {
        string trimmed = text.Trim();
        List<NamedThing> found = [.. things.Where(thing => thing.Name.AsSpan().Trim().SequenceEqual(trimmed))];
        if (found.Count == 0)
        {
            found = [.. things.Where(thing => thing.Folded.Plain == sought.Plain || IsAddress(thing, trimmed))];
        }

        if (found.Count > 0)
        {
            return new NameMatches(found, MatchQuality.Same);
        }

        found = [.. things.Where(thing => thing.Folded.IsWhole(sought))];
        return new NameMatches(found, MatchQuality.Whole);
    }

    private static NameMatches FindByPath(IReadOnlyList<NamedThing> things, string text, MatchQuality worst)
    {
        string[] path = text.Split(PathSigns.ToCharArray(), StringSplitOptions.TrimEntries);
        FoldedName[] above = [.. path.SkipLast(1).Select(FoldedName.Of)];
        Dictionary<string, FoldedName> places = [];
        List<NamedThing> inPlace = [.. things.Where(thing => IsBelow(thing, above, places))];
        NameMatches matches =
            inPlace.Count == 0 || path[^1].Length == 0 ? NameMatches.None : Find(inPlace, path[^1], worst);
        // A complete path comes before one that leaves something out.
        List<NamedThing> complete = [.. matches.Things.Where(thing => thing.Ancestors.Count == above.Length)];
        return complete.Count > 0 ? matches with { Things = complete } : matches;
    }

    /// <summary>Whether the parts name ancestors, in order; some may be left out.</summary>
    private static bool IsBelow(NamedThing thing, FoldedName[] above, Dictionary<string, FoldedName> places)
    {
        int part = 0;
        foreach (string ancestor in thing.Ancestors)
        {
            if (!places.TryGetValue(ancestor, out FoldedName? place))
            {
                place = FoldedName.Of(ancestor);
                places.Add(ancestor, place);
            }

            part += part < above.Length && place.IsWhole(above[part]) ? 1 : 0;
        }

        return part == above.Length;
    }

    private static bool IsAddress(NamedThing thing, string text) =>
        thing.Email is { } email && email.Equals(text, StringComparison.OrdinalIgnoreCase);
}
