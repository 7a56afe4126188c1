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

    /// <summary>How long results may be, by client.</summary>
    public ClientsModel Clients { get; init; } = ClientsModel.Usual;

    /// <summary>What people say when they search tools.</summary>
    public SearchModel Search { get; init; } = SearchModel.Empty;

    /// <summary>Where things show who wrote them, each once.</summary>
    public EquatableArray<AuthorModel> Authors { get; init; }

    public EquatableArray<PromptModel> Prompts { get; init; }

    public EquatableArray<ResourceModel> Resources { get; init; }
}
