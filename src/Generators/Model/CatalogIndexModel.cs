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
}
