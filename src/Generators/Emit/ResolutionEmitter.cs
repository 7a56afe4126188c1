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
        string needsWorkspace = RequestChoice.Condition(tool, Bindings.UseWorkspace);
        IReadOnlyList<ArgumentModel> resolvable = ResolutionOrder.Sort(tool.Arguments);
        string signature =
            $"{RuntimeNames.ValueTask} ResolveAsync({RuntimeNames.ToolCallContext} context, {RuntimeNames.CancellationToken} {Token})";
        if (needsWorkspace == RequestChoice.Never && resolvable.Count == 0)
        {
            writer.Line($"public {signature} => default;");
            return;
        }

        ResolutionNames names = new(ArgumentNames.Arguments(tool.Name), tool.Arguments, [], "Workspace");
        using SourceWriter.Block method = writer.Open($"public async {signature}");
        EmitWorkspace(needsWorkspace);
        foreach (ArgumentModel argument in resolvable)
        {
            string allowsCustomId = RequestChoice.Condition(tool, r => Bindings.MayBeCustomId(r, argument));
            EmitValue(argument.Type, names.Property(argument), names, allowsCustomId);
        }

        // With a custom id goes the workspace's; one that was resolved already is not resolved again.
        if (needsWorkspace != RequestChoice.Always)
        {
            foreach (ArgumentModel task in resolvable.Where(IsCustomId))
            {
                EmitWorkspace($"{names.Property(task)} is {{ IsCustomId: true }}");
            }
        }

        bool IsCustomId(ArgumentModel argument) => tool.Requests.Any(r => Bindings.MayBeCustomId(r, argument));
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
            EmitValue(field.Type, names.Property(field), names, RequestChoice.Never);
        }
    }

    private void EmitWorkspace(string condition)
    {
        if (condition == RequestChoice.Always)
        {
            writer.Line(ResolveWorkspace);
        }
        else if (condition != RequestChoice.Never)
        {
            using (writer.Open($"if ({condition})"))
            {
                writer.Line(ResolveWorkspace);
            }
        }
    }

    private void EmitValue(TypeModel type, string value, ResolutionNames names, string allowsCustomId)
    {
        TypeModel item = CSharpTypes.Item(type);
        switch (type.Kind)
        {
            case TypeKind.Date:
                writer.Line($"await context.ResolveDateAsync({value}, {Token});");
                break;
            case TypeKind.Comment:
                writer.Line(
                    $"await {RuntimeNames.Runtime}CommentResolver.ResolveAsync({value}, {names.Workspace}, context, {Token});"
                );
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
