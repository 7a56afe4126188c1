namespace ClickUpMcp.Generators.Model;

/// <summary>What the catalogue needs to know of all tools together; no more, so that editing one tool's arguments leaves it as it is.</summary>
/// <param name="Server">What the server says about itself.</param>
/// <param name="Categories">The categories in the order of the spec.</param>
/// <param name="Personas">The personas in the order of the spec.</param>
/// <param name="Tools">All entries in catalogue order, internal ones included.</param>
internal sealed record CatalogIndexModel(
    ServerModel Server,
    EquatableArray<CategoryModel> Categories,
    EquatableArray<PersonaModel> Personas,
    EquatableArray<ToolIndexModel> Tools
);
