namespace ClickUpMcp.Generators.Model;

/// <summary>A whole valid spec, ready to emit; holds no positions, so that moving text changes nothing.</summary>
internal sealed record CatalogModel(
    ServerModel Server,
    EquatableArray<CategoryModel> Categories,
    EquatableArray<PersonaModel> Personas,
    EquatableArray<EntityModel> Entities,
    EquatableArray<ArgumentSetModel> ArgumentSets,
    EquatableArray<ShapeModel> Shapes,
    EquatableArray<ToolModel> Tools
)
{
    /// <summary>Documented operations and places that no request binds.</summary>
    public EquatableArray<ExcuseModel> Unbound { get; init; }

    public UpstreamModel Upstream { get; init; } = new();

    /// <summary>How long results may be, by client.</summary>
    public ClientsModel Clients { get; init; } = ClientsModel.Usual;

    /// <summary>What people say when they search tools.</summary>
    public SearchModel Search { get; init; } = SearchModel.Empty;

    public EquatableArray<PromptModel> Prompts { get; init; }

    public EquatableArray<ResourceModel> Resources { get; init; }
}
