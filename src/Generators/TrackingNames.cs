namespace ClickUpMcp.Generators;

/// <summary>Names of the pipeline's steps, by which tests see what ran again.</summary>
internal static class TrackingNames
{
    public const string Files = nameof(Files);
    public const string Spec = nameof(Spec);
    public const string Catalog = nameof(Catalog);
    public const string Tools = nameof(Tools);
    public const string Entities = nameof(Entities);
    public const string EntityTable = nameof(EntityTable);
    public const string ArgumentSets = nameof(ArgumentSets);
    public const string Shapes = nameof(Shapes);
    public const string Handlers = nameof(Handlers);
    public const string Index = nameof(Index);
    public const string Diagnostics = nameof(Diagnostics);
}
