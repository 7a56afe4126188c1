using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Finds the argument sets that several handlers take.</summary>
internal static class SharedArgumentSets
{
    /// <summary>The sets; entries keep the names of these only.</summary>
    public static EquatableArray<ArgumentSetModel> Resolve(RootSpec root, IReadOnlyList<ToolEntry> entries)
    {
        string[] shared =
        [
            .. entries
                .Where(e => e.Model.Handler is not null)
                .SelectMany(e => e.Model.ArgumentSets)
                .GroupBy(name => name, StringComparer.Ordinal)
                .Where(uses => uses.Count() > 1 && root.ArgumentSets.ContainsKey(uses.Key))
                .Select(uses => uses.Key)
                .OrderBy(name => name, StringComparer.Ordinal),
        ];
        foreach (ToolEntry entry in entries)
        {
            IEnumerable<string> own = entry.Model.Handler is null
                ? []
                : entry.Model.ArgumentSets.Where(shared.Contains);
            entry.Model = entry.Model with { ArgumentSets = own.ToEquatableArray() };
        }

        return shared
            .Select(name => new ArgumentSetModel(
                name,
                root.ArgumentSets[name].Arguments.Select(a => a.Model).ToEquatableArray()
            ))
            .ToEquatableArray();
    }
}
