using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reduces the catalogue to what its index is emitted from.</summary>
internal static class CatalogIndex
{
    /// <param name="catalog">The whole catalogue.</param>
    /// <param name="handlers">Handler classes that the compilation has.</param>
    public static CatalogIndexModel Create(CatalogModel catalog, EquatableArray<string> handlers) =>
        new(
            catalog.Server,
            catalog.Categories,
            catalog.Personas,
            // A stub whose category is not known has no place in the index.
            catalog
                .Tools.Where(t => catalog.Categories.Any(c => c.Name == t.Category))
                .Select(t => Create(t, handlers))
                .ToEquatableArray()
        );

    private static ToolIndexModel Create(ToolModel tool, EquatableArray<string> handlers) =>
        new()
        {
            Name = tool.Name,
            Category = tool.Category,
            Scope = tool.Scope,
            ReadOnly = tool.ReadOnly,
            Destructive = tool.Destructive,
            Idempotent = tool.Idempotent,
            OpenWorld = tool.OpenWorld,
            Aliases = tool.Aliases,
            Internal = tool.Internal,
            Handler = tool.Handler,
            HandlerMissing = tool.Handler is { } handler && !handlers.Contains(handler),
            IsStub = tool.IsStub,
        };
}
