using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>Says what a newer document adds, removes and changes.</summary>
internal static class DocumentComparison
{
    private const string Whole = "operation";

    /// <summary>The changes by operation id, in the order of what each document says.</summary>
    public static IReadOnlyList<Change> Compare(
        IReadOnlyList<OpenApiOperation> older,
        IReadOnlyList<OpenApiOperation> newer
    )
    {
        var before = older.ToDictionary(operation => operation.Id);
        var after = newer.ToDictionary(operation => operation.Id);
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Order(StringComparer.Ordinal)
                .SelectMany(id => Compare(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id))),
        ];
    }

    private static IEnumerable<Change> Compare(string id, OpenApiOperation? before, OpenApiOperation? after)
    {
        if (before is null || after is null)
        {
            var what = before is null ? "added" : "removed";
            return [new Change(id, Whole, $"{what}, {(before ?? after)!.Route}")];
        }

        var old = before.Leaves.ToDictionary(leaf => leaf.Location);
        var @new = after.Leaves.ToDictionary(leaf => leaf.Location);
        return
        [
            .. before.Route == after.Route ? [] : new[] { new Change(id, Whole, $"{before.Route} → {after.Route}") },
            .. old
                .Keys.Union(@new.Keys)
                .SelectMany(place =>
                    Compare(old.GetValueOrDefault(place), @new.GetValueOrDefault(place))
                        .Select(what => new Change(id, place, what))
                ),
        ];
    }

    private static IEnumerable<string> Compare(OpenApiLeaf? before, OpenApiLeaf? after)
    {
        if (before is null || after is null)
        {
            var leaf = (before ?? after)!;
            yield return $"{(before is null ? "added" : "removed")}, {leaf.Type}{(leaf.Required ? ", required" : "")}";
            yield break;
        }

        if (before.Type != after.Type)
        {
            yield return $"{before.Type} → {after.Type}";
        }

        if (before.Required != after.Required)
        {
            yield return after.Required ? "now required" : "no longer required";
        }
    }
}
