using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reduces the catalogue to what its index is emitted from.</summary>
internal static class CatalogIndex
{
    /// <param name="catalog">The whole catalogue.</param>
    /// <param name="handlers">Full names of the handler classes that the compilation has.</param>
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
        )
        {
            Upstream = catalog.Upstream,
            Clients = catalog.Clients,
            Search = catalog.Search,
            Authors = catalog
                .Shapes.Select(static shape => shape.Author)
                .OfType<AuthorModel>()
                .Distinct()
                .ToEquatableArray(),
            Prompts = catalog.Prompts,
            Resources = catalog.Resources,
        };

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
            Handler = Find(tool.Handler, handlers),
            HandlerMissing = tool.Handler is not null && Find(tool.Handler, handlers) is null,
            IsStub = tool.IsStub,
        };

    private static string? Find(string? handler, EquatableArray<string> handlers) =>
        handler is null
            ? null
            : handlers.FirstOrDefault(name => name.EndsWith("." + handler, StringComparison.Ordinal));
}
