namespace Architecture.Tests;

/// <summary>What follows from the rows of <see cref="LayerTable"/>.</summary>
internal static class LayerGraph
{
    private static readonly Dictionary<string, string[]> Uses = LayerTable.Layers.ToDictionary(
        layer => layer.Name,
        layer => layer.Uses
    );

    /// <summary>How high a namespace stands: one above the highest that it uses.</summary>
    public static int LevelOf(string name) =>
        Uses.GetValueOrDefault(name, []).Select(LevelOf).DefaultIfEmpty(-1).Max() + 1;

    /// <summary>Everything that a namespace uses, directly or through others.</summary>
    public static HashSet<string> Below(string name)
    {
        HashSet<string> below = [];
        Stack<string> open = new(Uses.GetValueOrDefault(name, []));
        while (open.TryPop(out var next))
        {
            if (below.Add(next))
            {
                foreach (var further in Uses.GetValueOrDefault(next, []))
                {
                    open.Push(further);
                }
            }
        }

        return below;
    }

    /// <summary>The uses of a namespace that do not follow from its other ones.</summary>
    public static IEnumerable<string> Nearest(string name)
    {
        var uses = Uses.GetValueOrDefault(name, []);
        return uses.Where(to => !uses.Any(other => other != to && Below(other).Contains(to)));
    }
}
