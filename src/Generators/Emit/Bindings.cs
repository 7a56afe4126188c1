using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Questions about what a tool's request binds.</summary>
internal static class Bindings
{
    /// <summary>The name under which a binding means the resolved workspace.</summary>
    public const string Workspace = "workspace";

    /// <summary>Whether the request always needs the workspace's id.</summary>
    public static bool UseWorkspace(ToolModel tool) => All(tool.Request).Any(IsWorkspace);

    public static bool IsWorkspace(BindingModel binding) => binding is { Argument: Workspace, Property: null };

    /// <summary>The task argument that may stay a custom id; null when the endpoint takes none.</summary>
    public static ArgumentModel? CustomTaskId(ToolModel tool) =>
        tool.Request?.CustomTaskIds is { } name
            ? tool.Arguments.FirstOrDefault(a => a.Name == name && a.Type.Kind == TypeKind.Entity)
            : null;

    private static IEnumerable<BindingModel> All(RequestModel? request) =>
        request is null
            ? []
            :
            [
                .. request.Path.Select(static part => part.Binding).OfType<BindingModel>(),
                .. request.Query.Select(static query => query.Value),
                .. request.Body is { } body ? All(body) : [],
            ];

    private static IEnumerable<BindingModel> All(BodyNodeModel node) =>
        [.. node.Value is { } value ? [value] : Array.Empty<BindingModel>(), .. node.Children.SelectMany(All)];
}
