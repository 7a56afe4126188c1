using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the methods that turn the names and dates of a record into ids and instants.</summary>
internal sealed class ResolutionEmitter(SourceWriter writer, ToolModel tool)
{
    private const string Token = "cancellationToken";
    private int _locals;

    /// <summary>The method of a tool's record.</summary>
    public void EmitForTool(string record)
    {
        bool needsWorkspace = Bindings.UseWorkspace(tool);
        ArgumentModel? customId = Bindings.CustomTaskId(tool);
        List<ArgumentModel> resolvable = Resolvable(tool.Arguments);
        string header =
            $"public {{0}}{RuntimeNames.ValueTask} ResolveAsync({RuntimeNames.ToolCallContext} context, {RuntimeNames.CancellationToken} {Token})";
        if (!needsWorkspace && resolvable.Count == 0)
        {
            writer.Line(header.Replace("{0}", "") + " => default;");
            return;
        }

        using (writer.Open(header.Replace("{0}", "async ")))
        {
            if (needsWorkspace)
            {
                writer.Line(ResolveWorkspace);
            }

            EmitAll(record, resolvable, name => Sibling(record, tool.Arguments, name), "Workspace");
            if (customId is not null && !needsWorkspace)
            {
                using (writer.Open($"if ({ArgumentNames.Property(record, customId)} is {{ IsCustomId: true }})"))
                {
                    writer.Line(ResolveWorkspace);
                }
            }
        }
    }

    /// <summary>The method of a nested record; references of the tool that narrow look-ups come in as parameters.</summary>
    public void EmitForRecord(TypeModel type)
    {
        List<ArgumentModel> resolvable = Resolvable(type.Fields);
        if (resolvable.Count == 0)
        {
            return;
        }

        List<ArgumentModel> outer = OuterReferences(type);
        IEnumerable<string> parameters =
        [
            $"{RuntimeNames.ToolCallContext} context",
            $"{RuntimeNames.EntityReference}? workspace",
            .. outer.Select(static a => $"{CSharpTypes.Of(a.Type)}? {ArgumentNames.Local(a)}"),
            $"{RuntimeNames.CancellationToken} {Token}",
        ];
        string record = type.Record ?? "";
        using (writer.Open($"public async {RuntimeNames.ValueTask} ResolveAsync({string.Join(", ", parameters)})"))
        {
            EmitAll(
                record,
                resolvable,
                name =>
                    Sibling(record, type.Fields, name)
                    ?? outer
                        .Where(a => a.Name == name)
                        .Select(static a => (a, ArgumentNames.Local(a)))
                        .Cast<(ArgumentModel, string)?>()
                        .FirstOrDefault(),
                "workspace"
            );
        }
    }

    private static string ResolveWorkspace => $"await context.ResolveWorkspaceAsync(Workspace, {Token});";

    private static List<ArgumentModel> Resolvable(EquatableArray<ArgumentModel> arguments) =>
        [
            .. ResolutionOrder
                .Sort(arguments)
                .Where(static a => a.Role == ArgumentRole.Declared && ResolutionOrder.IsResolvable(a.Type)),
        ];

    private static (ArgumentModel Argument, string Expression)? Sibling(
        string record,
        EquatableArray<ArgumentModel> arguments,
        string name
    ) =>
        arguments.FirstOrDefault(a => a.Name == name && IsReference(a)) is { } argument
            ? (argument, ArgumentNames.Property(record, argument))
            : null;

    private static bool IsReference(ArgumentModel argument) =>
        argument.Role == ArgumentRole.Declared
        && (argument.Type.Kind == TypeKind.Entity || CSharpTypes.Item(argument.Type).Kind == TypeKind.Entity);

    private void EmitAll(
        string record,
        List<ArgumentModel> arguments,
        Func<string, (ArgumentModel Argument, string Expression)?> find,
        string workspace
    )
    {
        foreach (ArgumentModel argument in arguments)
        {
            bool allowsCustomId = argument == Bindings.CustomTaskId(tool) && workspace == "Workspace";
            EmitValue(argument.Type, ArgumentNames.Property(record, argument), find, workspace, allowsCustomId);
        }
    }

    private void EmitValue(
        TypeModel type,
        string value,
        Func<string, (ArgumentModel Argument, string Expression)?> find,
        string workspace,
        bool allowsCustomId
    )
    {
        switch (type.Kind)
        {
            case TypeKind.Date:
                writer.Line($"await context.ResolveDateAsync({value}, {Token});");
                break;
            case TypeKind.Entity:
                writer.Line(
                    $"await context.ResolveAsync({value}, {Scope(type, find, workspace, allowsCustomId)}, {Token});"
                );
                break;
            case TypeKind.Array when CSharpTypes.Item(type) is { Kind: TypeKind.Entity } item:
                writer.Line($"await context.ResolveAllAsync({value}, {Scope(item, find, workspace, false)}, {Token});");
                break;
            case TypeKind.Array:
                string local = $"item_{++_locals}";
                using (writer.Open($"foreach (var {local} in {value} ?? [])"))
                {
                    EmitValue(CSharpTypes.Item(type), local, find, workspace, false);
                }

                break;
            case TypeKind.Object:
                EmitNestedCall(type, value, find, workspace);
                break;
        }
    }

    private void EmitNestedCall(
        TypeModel type,
        string value,
        Func<string, (ArgumentModel Argument, string Expression)?> find,
        string workspace
    )
    {
        string local = $"item_{++_locals}";
        IEnumerable<string> arguments =
        [
            "context",
            workspace,
            .. OuterReferences(type).Select(a => find(a.Name)?.Expression ?? "null"),
            Token,
        ];
        using (writer.Open($"if ({value} is {{ }} {local})"))
        {
            writer.Line($"await {local}.ResolveAsync({string.Join(", ", arguments)});");
        }
    }

    private static string Scope(
        TypeModel type,
        Func<string, (ArgumentModel Argument, string Expression)?> find,
        string workspace,
        bool allowsCustomId
    )
    {
        IEnumerable<string> within = type
            .Within.Select(find)
            .OfType<(ArgumentModel Argument, string Expression)>()
            .Select(static found =>
                found.Argument.Type.Kind == TypeKind.Array ? $".. {found.Expression} ?? []" : found.Expression
            );
        return $"new {RuntimeNames.Resolution}ResolutionScope({workspace}, [{string.Join(", ", within)}], {CSharpLiterals.Boolean(allowsCustomId)})";
    }

    private List<ArgumentModel> OuterReferences(TypeModel type) =>
        [
            .. ResolutionOrder
                .Outer(type)
                .Select(name => tool.Arguments.FirstOrDefault(a => a.Name == name && IsReference(a)))
                .OfType<ArgumentModel>(),
        ];
}
