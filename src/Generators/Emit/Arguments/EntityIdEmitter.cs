using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the type of a kind's ids, so that requests take only what was resolved.</summary>
internal static class EntityIdEmitter
{
    /// <summary>The only kind that has custom ids, each in its workspace.</summary>
    private const string WithCustomIds = "Task";

    /// <summary>The type's name.</summary>
    public static string Name(string? kind) => kind + "Id";

    public static string Emit(EntityModel entity)
    {
        string name = Name(entity.Kind);
        bool hasCustomIds = entity.Kind == WithCustomIds;
        string parameters = hasCustomIds ? "string value, WorkspaceId? customIdWorkspace = null" : "string value";
        SourceWriter writer = SourceWriter.ForFile(RuntimeNames.ApiNamespace);
        writer.Line(XmlDoc.Summary($"The id of a {entity.Kind}."));
        using (writer.Open($"internal readonly struct {name}({parameters})"))
        {
            writer.Line("public string Value { get; } = value;").Line();
            if (hasCustomIds)
            {
                writer.Line(XmlDoc.Summary("For a custom id such as DEV-123: the workspace in which it is one."));
                writer.Line("public WorkspaceId? CustomIdWorkspace { get; } = customIdWorkspace;").Line();
                writer.Line("public bool IsCustomId => CustomIdWorkspace is not null;").Line();
            }

            string arguments = hasCustomIds
                ? "id.Value, id.CustomIdWorkspace is { } workspace ? new WorkspaceId(workspace) : null"
                : "id.Value";
            writer.Line($"public static {name} Of({RuntimeNames.EntityId} id) => new({arguments});").Line();
            writer.Line(
                $"public static {name}? Of({RuntimeNames.EntityId}? id) => id is {{ }} given ? Of(given) : null;"
            );
            writer.Line();
            writer.Line("[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(ids))]");
            writer.Line(
                $"public static {name}[]? Of({RuntimeNames.EntityId}[]? ids) => ids is null ? null : global::System.Array.ConvertAll(ids, static id => Of(id));"
            );
            writer.Line();
            string back = hasCustomIds ? "id.Value, id.CustomIdWorkspace?.Value" : "id.Value";
            writer.Line(
                $"public static implicit operator {RuntimeNames.EntityId}({name} id) => new({RuntimeNames.EntityKind}.{entity.Kind}, {back});"
            );
            writer.Line();
            writer.Line("public override string ToString() => Value;");
        }

        return writer.ToString();
    }
}
