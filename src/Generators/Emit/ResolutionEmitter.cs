using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the methods that turn the names and dates of a record into ids and instants.</summary>
internal sealed class ResolutionEmitter(SourceWriter writer, ToolModel tool)
{
    private const string Token = "cancellationToken";
    private const string ResolveWorkspace = $"await context.ResolveWorkspaceAsync(Workspace, {Token});";
    private int _locals;

    /// <summary>The method of a tool's record.</summary>
    public void EmitForTool()
    {
        bool needsWorkspace = Bindings.UseWorkspace(tool);
        IReadOnlyList<ArgumentModel> resolvable = ResolutionOrder.Sort(tool.Arguments);
        string signature =
            $"{RuntimeNames.ValueTask} ResolveAsync({RuntimeNames.ToolCallContext} context, {RuntimeNames.CancellationToken} {Token})";
        if (!needsWorkspace && resolvable.Count == 0)
        {
            writer.Line($"public {signature} => default;");
            return;
        }

        ArgumentModel? customId = Bindings.CustomTaskId(tool);
        ResolutionNames names = new(ArgumentNames.Arguments(tool.Name), tool.Arguments, [], "Workspace");
        using SourceWriter.Block method = writer.Open($"public async {signature}");
        if (needsWorkspace)
        {
            writer.Line(ResolveWorkspace);
        }

        foreach (ArgumentModel argument in resolvable)
        {
            EmitValue(argument.Type, names.Property(argument), names, allowsCustomId: argument == customId);
        }

        if (customId is not null && !needsWorkspace)
        {
            using (writer.Open($"if ({names.Property(customId)} is {{ IsCustomId: true }})"))
            {
                writer.Line(ResolveWorkspace);
            }
        }
    }

    /// <summary>The method of a nested record; references outside it that narrow look-ups come in as parameters.</summary>
    public void EmitForRecord(TypeModel type)
    {
        IReadOnlyList<ArgumentModel> resolvable = ResolutionOrder.Sort(type.Fields);
        if (resolvable.Count == 0)
        {
            return;
        }

        IReadOnlyList<string> outer = ResolutionOrder.Outer(type);
        ResolutionNames names = new(type.Record ?? "", type.Fields, outer, "workspace");
        IEnumerable<string> parameters =
        [
            $"{RuntimeNames.ToolCallContext} context",
            $"{RuntimeNames.EntityReference}? workspace",
            .. outer.Select(static name => $"{RuntimeNames.EntityReference}? {ArgumentNames.Local(name)}"),
            $"{RuntimeNames.CancellationToken} {Token}",
        ];
        using SourceWriter.Block method = writer.Open(
            $"public async {RuntimeNames.ValueTask} ResolveAsync({string.Join(", ", parameters)})"
        );
        foreach (ArgumentModel field in resolvable)
        {
            EmitValue(field.Type, names.Property(field), names, allowsCustomId: false);
        }
    }

    private void EmitValue(TypeModel type, string value, ResolutionNames names, bool allowsCustomId)
    {
        TypeModel item = CSharpTypes.Item(type);
        switch (type.Kind)
        {
            case TypeKind.Date:
                writer.Line($"await context.ResolveDateAsync({value}, {Token});");
                break;
            case TypeKind.Entity:
                writer.Line($"await context.ResolveAsync({value}, {names.Scope(type, allowsCustomId)}, {Token});");
                break;
            case TypeKind.Array when item.Kind == TypeKind.Entity:
                writer.Line($"await context.ResolveAllAsync({value}, {names.Scope(item, allowsCustomId)}, {Token});");
                break;
            case TypeKind.Array:
                string element = Local();
                using (writer.Open($"foreach (var {element} in {value} ?? [])"))
                {
                    EmitValue(item, element, names, allowsCustomId);
                }

                break;
            case TypeKind.Object:
                string nested = Local();
                IEnumerable<string> arguments =
                [
                    "context",
                    names.Workspace,
                    .. ResolutionOrder.Outer(type).Select(name => names.Find(name) ?? "null"),
                    Token,
                ];
                using (writer.Open($"if ({value} is {{ }} {nested})"))
                {
                    writer.Line($"await {nested}.ResolveAsync({string.Join(", ", arguments)});");
                }

                break;
        }
    }

    private string Local() => $"item_{++_locals}";
}
