using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>How far a name is from what was asked for; orders the candidates of an error.</summary>
internal static class NameDistance
{
    /// <summary>The things, closest first: those that contain the text or are contained in it, then by edit distance.</summary>
    public static IEnumerable<NamedThing> ClosestFirst(IEnumerable<NamedThing> things, string text)
    {
        string sought = text.ToUpperInvariant();
        return things
            .OrderBy(thing => Contains(thing.Name, text) ? 0 : 1)
            .ThenBy(thing => EditDistance.Between(thing.Name.ToUpperInvariant(), sought))
            .ThenBy(static thing => thing.Name, StringComparer.Ordinal);
    }

    private static bool Contains(string name, string text) =>
        name.Length > 2
        && (
            name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || text.Contains(name, StringComparison.OrdinalIgnoreCase)
        );
}
