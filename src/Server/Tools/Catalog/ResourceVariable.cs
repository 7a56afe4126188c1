using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>A variable of a template of URIs.</summary>
/// <param name="Name">Its name, which is that of the tool's argument.</param>
/// <param name="Kind">The kind of thing that it names one of; null for other text.</param>
internal sealed record ResourceVariable(string Name, EntityKind? Kind);
