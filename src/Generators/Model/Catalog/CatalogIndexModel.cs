namespace ClickUpMcp.Generators.Model;

/// <summary>Everything the catalogue is emitted from.</summary>
internal sealed record CatalogIndexModel(
    ServerModel Server,
    EquatableArray<CategoryModel> Categories,
    EquatableArray<PersonaModel> Personas,
    EquatableArray<ToolIndexModel> Tools
)
{
    public UpstreamModel Upstream { get; init; } = new();

    /// <summary>What people say when they search tools.</summary>
    public SearchModel Search { get; init; } = SearchModel.Empty;
}
