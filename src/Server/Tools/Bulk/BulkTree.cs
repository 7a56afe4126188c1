using System.Text.Json;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Takes the items of a bulk call apart from what is made in them, which are calls of their own.</summary>
/// <param name="inventory">The tools that make it.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class BulkTree(ToolInventory inventory, ArgumentErrors errors)
{
    /// <summary>The item, and after it all that is made in it.</summary>
    /// <param name="path">Where it stands in the call.</param>
    /// <param name="given">What is given for it.</param>
    /// <param name="general">What it has in common with others.</param>
    /// <param name="bulk">How what is made in it is given; null when nothing is.</param>
    /// <param name="parent">What it is made in; null for an item of the call itself.</param>
    public IEnumerable<BulkItem> Read(
        string path,
        JsonElement given,
        JsonElement general,
        BulkDefinition? bulk,
        BulkParent? parent = null
    )
    {
        BulkNested[] kinds = bulk?.Nested ?? [];
        BulkItem item = new(
            path,
            kinds.Length == 0
                ? given
                : BulkOptions.Only(given, name => !Array.Exists(kinds, kind => kind.Argument == name)),
            parent
        );
        yield return item;
        foreach (BulkNested kind in kinds)
        {
            ArgumentValue list = new ArgumentReader(given, errors, path).Optional(kind.Argument);
            if (list.Element is not null && FindTool(kind) is { } tool)
            {
                string at = path.Length == 0 ? kind.Argument : $"{path}.{kind.Argument}";
                JsonElement shared = Shared(kind, item.Given, general);
                int index = 0;
                BulkItem? last = null;
                foreach (JsonElement one in BulkOptions.ReadItems(list, tool.Bulk) ?? [])
                {
                    BulkParent place = new(item, kind, tool, shared) { After = last };
                    foreach (BulkItem inner in Read($"{at}[{index++}]", one, shared, tool.Bulk, place))
                    {
                        last = ReferenceEquals(inner.Parent, place) ? inner : last;
                        yield return inner;
                    }
                }
            }
        }
    }

    private ClickUpTool? FindTool(BulkNested kind)
    {
        int index = inventory.Find(kind.Tool);
        if (inventory.IsAvailable(index) || inventory.WhyNot(index) == Unavailability.NotChosen)
        {
            return inventory.Catalog.Create(index);
        }

        errors.Add(kind.Argument, $"takes the tool {kind.Tool}, which this connection may not use");
        return null;
    }

    private static JsonElement Shared(BulkNested kind, JsonElement own, JsonElement general)
    {
        JsonElement mine = BulkOptions.Only(own, IsInherited);
        JsonElement others = BulkOptions.Only(general, name => IsInherited(name) && !mine.TryGetProperty(name, out _));
        return BulkOptions.Join(mine, others);

        bool IsInherited(string name) => Array.IndexOf(kind.Inherits, name) >= 0;
    }
}
