using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Questions about what a tool's requests bind.</summary>
internal static class Bindings
{
    /// <summary>The name under which a binding means the resolved workspace.</summary>
    public const string Workspace = "workspace";

    /// <summary>Whether the request needs the workspace's id.</summary>
    public static bool UseWorkspace(RequestModel request) =>
        All(request).Any(static b => b is { Argument: Workspace, Property: null })
        || request.ReadBack?.With.Any(static passed => passed.Argument == Workspace) == true;

    /// <summary>Whether the request sends something of an argument.</summary>
    public static bool Use(RequestModel request, ArgumentModel argument) =>
        argument.Role switch
        {
            ArgumentRole.Workspace => UseWorkspace(request),
            ArgumentRole.Clear => argument.Type.Items!.Values.Any(v => Clears(request, v.Label)),
            ArgumentRole.Declared => request.CustomTaskIds == argument.Name
                || All(request).Any(binding => binding.Argument == argument.Name),
            _ => false,
        };

    /// <summary>Whether an argument is a task that may stay a custom id in a request.</summary>
    public static bool MayBeCustomId(RequestModel request, ArgumentModel argument) =>
        request.CustomTaskIds == argument.Name && argument.Type.Kind == TypeKind.Entity;

    private static bool Clears(RequestModel request, string argument) =>
        request.Body is { } body && All(body).Any(binding => binding.Argument == argument && binding.IsWholeValue);

    private static IEnumerable<BindingModel> All(RequestModel request) =>
        [
            .. request.Path.Select(static part => part.Binding).OfType<BindingModel>(),
            .. request.Query.Select(static query => query.Value),
            .. request.Form.Select(static part => part.Value),
            .. request.Form.Select(static part => part.FileName).OfType<BindingModel>(),
            .. request.Body is { } body ? All(body) : [],
            .. request.ReadBack is { } read
                ? read.With.Select(static w => new BindingModel(null, w.Argument, null))
                : [],
        ];

    private static IEnumerable<BindingModel> All(BodyNodeModel node) =>
        [.. node.Value is { } value ? [value] : Array.Empty<BindingModel>(), .. node.Children.SelectMany(All)];
}
