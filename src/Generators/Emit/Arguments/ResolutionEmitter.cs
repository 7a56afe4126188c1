using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits locals that hold the ids and instants of what a record says in names and dates.</summary>
internal sealed class ResolutionEmitter(SourceWriter writer, string record, EquatableArray<ArgumentModel> members)
{
    private const string Token = "cancellationToken";

    private int _locals;
    private string _instance = "";

    /// <summary>The parameters that methods which resolve have in common.</summary>
    public const string Parameters =
        RuntimeNames.ToolCallContext + " context, " + RuntimeNames.CancellationToken + " " + Token;

    /// <summary>The call that gives the workspace's id.</summary>
    public const string Workspace =
        RuntimeNames.WorkspaceId + ".Of(await context.ResolveWorkspaceAsync(" + Token + "))";

    /// <summary>Emits a local for each name or date, and for lists and objects of them.</summary>
    /// <param name="instance">What stands before the properties' names.</param>
    /// <param name="outer">References outside the record that are there as locals.</param>
    /// <param name="allowsCustomId">The condition that a custom task id may stay one.</param>
    public void EmitLocals(string instance, IReadOnlyList<string> outer, Func<ArgumentModel, string> allowsCustomId)
    {
        _instance = instance;
        foreach (ArgumentModel argument in ResolutionOrder.Sort(members))
        {
            string local = ArgumentNames.Local(argument.Name);
            string property = instance + ArgumentNames.Property(record, argument);
            if (CSharpTypes.IsAlwaysSet(argument))
            {
                writer.Line($"var {local} = {Resolve(argument.Type, property, outer, allowsCustomId(argument))};");
                continue;
            }

            string given = Local();
            string resolved = Resolve(argument.Type, given, outer, allowsCustomId(argument));
            writer.Line($"{LocalType(argument.Type)}? {local} = {property} is {{ }} {given} ? {resolved} : null;");
        }
    }

    /// <summary>The resolved value of an argument whose local was emitted, or which needs none.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="instance">What stands before the properties' names.</param>
    /// <param name="isGiven">Whether it is known to be there.</param>
    public string Value(ArgumentModel argument, string instance, bool isGiven)
    {
        bool isResolvable = argument.Role == ArgumentRole.Declared && ResolutionOrder.IsResolvable(argument.Type);
        string value = isResolvable
            ? ArgumentNames.Local(argument.Name)
            : instance + ArgumentNames.Property(record, argument);
        if (isGiven && !CSharpTypes.IsAlwaysSet(argument))
        {
            value += ResolvedTypes.IsValueType(argument.Type) ? "!.Value" : "!";
        }

        return IdOf(argument.Type) is { } id ? $"{id}.Of({value})" : value;
    }

    /// <summary>The method of a nested record; references outside it that narrow look-ups come in as parameters.</summary>
    public static void EmitMethod(SourceWriter writer, TypeModel type)
    {
        IReadOnlyList<string> outer = ResolutionOrder.Outer(type);
        string record = type.Record ?? "";
        string resolved = RuntimeNames.Api + ResolvedTypes.RecordName(type);
        ResolutionEmitter emitter = new(writer, record, type.Fields);
        string parameters = string.Join(
            ", ",
            outer
                .Select(static name => $"{RuntimeNames.EntityId}? {ArgumentNames.Local(name)}")
                .Prepend(RuntimeNames.ToolCallContext + " context")
                .Append($"{RuntimeNames.CancellationToken} {Token}")
        );
        bool isAsync = ResolutionOrder.Sort(type.Fields).Count > 0;
        string task = $"{RuntimeNames.ValueTask}<{resolved}>";
        using SourceWriter.Block method = writer.Open(
            $"public {(isAsync ? "async " : "")}{task} ResolveAsync({parameters})"
        );
        emitter.EmitLocals("", outer, static _ => RequestChoice.Never);
        using (
            writer.Open(
                isAsync ? $"return new {resolved}" : $"return new {task}(new {resolved}",
                isAsync ? "};" : "});"
            )
        )
        {
            foreach (ArgumentModel field in type.Fields)
            {
                string property = ArgumentNames.Property(ResolvedTypes.RecordName(type), field);
                writer.Line($"{property} = {emitter.Value(field, "", isGiven: false)},");
            }
        }
    }

    // The type of the ids of an entity, or of a list of entities.
    private static string? IdOf(TypeModel type) =>
        (type.Kind == TypeKind.Array ? CSharpTypes.Item(type) : type) is { Kind: TypeKind.Entity } entity
            ? ResolvedTypes.Of(entity)
            : null;

    // Names are kept with their kinds, since other names may be looked up within them.
    private static string LocalType(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Entity => RuntimeNames.EntityId,
            TypeKind.Array => ArrayType(CSharpTypes.Item(type)) + "[]",
            _ => ResolvedTypes.Of(type),
        };

    private static string ArrayType(TypeModel item) =>
        item.Kind switch
        {
            TypeKind.Entity => RuntimeNames.EntityId,
            TypeKind.Array when CSharpTypes.Item(item).Kind == TypeKind.Entity => ResolvedTypes.Of(
                CSharpTypes.Item(item)
            ) + "[]",
            TypeKind.Array => ArrayType(CSharpTypes.Item(item)) + "[]",
            _ => ResolvedTypes.Of(item),
        };

    private string Resolve(TypeModel type, string value, IReadOnlyList<string> outer, string allowsCustomId) =>
        "await " + Task(type, value, outer, allowsCustomId);

    private string Task(TypeModel type, string value, IReadOnlyList<string> outer, string allowsCustomId)
    {
        TypeModel item = CSharpTypes.Item(type);
        switch (type.Kind)
        {
            case TypeKind.Date:
                return $"context.ResolveDateAsync({value}, {Token})";
            case TypeKind.Text:
                return $"{RuntimeNames.Runtime}MentionResolver.ResolveAsync({value}, context, {Token})";
            case TypeKind.Comment:
                return $"{RuntimeNames.Runtime}CommentResolver.ResolveAsync({value}, context, {Token})";
            case TypeKind.Entity:
                return $"context.ResolveAsync({value}, {Scope(type, outer, allowsCustomId)}, {Token})";
            case TypeKind.Object:
                IEnumerable<string> arguments =
                [
                    "context",
                    .. ResolutionOrder.Outer(type).Select(name => Container(name, outer) ?? "null"),
                    Token,
                ];
                return $"{value}.ResolveAsync({string.Join(", ", arguments)})";
            case TypeKind.Array when item.Kind == TypeKind.Entity:
                return $"context.ResolveAllAsync({value}, {Scope(item, outer, allowsCustomId)}, {Token})";
            default:
                string element = Local();
                string task = Task(item, element, outer, allowsCustomId);
                return item.Kind == TypeKind.Array && IdOf(item) is { } id
                    ? $"{RuntimeNames.ToolCallContext}.EachAsync({value}, async {element} => {id}.Of(await {task}))"
                    : $"{RuntimeNames.ToolCallContext}.EachAsync({value}, {element} => {task})";
        }
    }

    // The scope in which a reference of this type is looked up.
    private string Scope(TypeModel type, IReadOnlyList<string> outer, string allowsCustomId)
    {
        IEnumerable<string?> within = type
            .Within.Select(name => Container(name, outer))
            .Where(static n => n is not null);
        string scope = $"context.Scope({allowsCustomId}, [{string.Join(", ", within)}])";
        return type.MayBeNew ? $"{scope} with {{ MayBeNew = {MayBeNew(type)} }}" : scope;
    }

    private string MayBeNew(TypeModel type)
    {
        if (type.NewUnless.Length == 0)
        {
            return "true";
        }

        string[] condition = type.NewUnless.Split('=');
        ArgumentModel argument = members.First(member => member.Name == condition[0]);
        return $"{_instance}{ArgumentNames.Property(record, argument)} is not {CSharpLiterals.String(condition[1])}";
    }

    // The local of the nearest reference of that name, or those of a list of references; null when there is none.
    private string? Container(string name, IReadOnlyList<string> outer) =>
        members.FirstOrDefault(m => m.Name == name)?.Type is { Kind: TypeKind.Array, Items.Kind: TypeKind.Entity }
            ? $".. {RuntimeNames.ToolCallContext}.Each({ArgumentNames.Local(name)})"
        : members.Any(m => m.Name == name && m.Type.Kind == TypeKind.Entity) || outer.Contains(name)
            ? ArgumentNames.Local(name)
        : null;

    private string Local() => $"item_{++_locals}";
}
