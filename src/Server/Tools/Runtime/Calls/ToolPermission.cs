using ClickUpMcp.Api;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What the requests of a tool may do: what it declares, within the policy.</summary>
internal static class ToolPermission
{
    public static CallPermission Of(int index, ToolInventory inventory) =>
        new(
            inventory.IsAvailable(index)
                && !inventory.OnlyReads
                && !inventory.Catalog.Traits(index).HasFlag(ToolTraits.ReadOnly),
            // Undoing sends what any tool may send that the caller may call.
            // Asked by requests that are no GET alone, so that a call that reads makes no descriptor.
            operation =>
                inventory.Catalog.CategoryNames[inventory.Catalog.CategoryIndex(index)] == CatalogView.ChangesCategory
                    ? inventory.Available.Any(other => Declares(other, operation, inventory, []))
                    : Declares(index, operation, inventory, [])
        );

    // What is made in the things of a bulk call is made by the tools that the bulk call names for it.
    private static bool Declares(int index, string operation, ToolInventory inventory, HashSet<int> seen) =>
        inventory.IsAvailable(index)
        && seen.Add(index)
        && (
            inventory.Catalog.Describe(index).Operations.Contains(operation)
            || (inventory.Catalog.Create(index).Bulk?.Nested ?? []).Any(nested =>
                Declares(inventory.Find(nested.Tool), operation, inventory, seen)
            )
        );
}
