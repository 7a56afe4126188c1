using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what a handler gets: its arguments with ids and instants, and the operations that it uses.</summary>
internal sealed class ResolvedRecordEmitter
{
    private const string Given = "Given";
    private const string Instance = "arguments.";

    private readonly SourceWriter _writer = SourceWriter.ForFile();
    private readonly ToolModel _tool;
    private readonly string _bound;
    private readonly string _record;
    private readonly IReadOnlyList<HandlerOperation> _operations;
    private readonly string _needsWorkspace;

    private ResolvedRecordEmitter(ToolModel tool)
    {
        _tool = tool;
        _bound = ArgumentNames.Arguments(tool.Name);
        _record = ArgumentNames.Resolved(tool.Name);
        _operations = [.. tool.Uses.Select(used => new HandlerOperation(tool, used))];
        _needsWorkspace = tool.NeedsWorkspace switch
        {
            true => RequestChoice.Always,
            false => RequestChoice.Never,
            null => _operations
                .Select(o => o.NeedsWorkspace(Test))
                .Aggregate(RequestChoice.Never, RequestChoice.Either),
        };
    }

    public static string Emit(ToolModel tool) => new ResolvedRecordEmitter(tool).Emit();

    private string Emit()
    {
        _writer.Line($"/// <summary>Arguments of <c>{_tool.Name}</c> with ids and instants.</summary>");
        string bases = string.Join(
            ", ",
            _tool.ArgumentSets.Select(set => RuntimeNames.Tools + ArgumentSetEmitter.Name(set))
        );
        using (_writer.Open($"internal sealed record {_record}{(bases.Length > 0 ? " : " + bases : "")}"))
        {
            EmitProperties();
            RecordEmitter.EmitIdentity(_writer, _record);
            foreach (HandlerOperation operation in _operations)
            {
                operation.Emit(_writer, WorkspaceOf());
                _writer.Line();
            }

            EmitResolve();
        }

        return _writer.ToString();
    }

    private string? WorkspaceOf() =>
        _tool.NeedsWorkspace == false ? null
        : _needsWorkspace == RequestChoice.Always ? "Workspace"
        : "Workspace!.Value";

    private void EmitProperties()
    {
        _writer.Line(XmlDoc.Summary("The arguments in the caller's words."));
        _writer.Line($"public required {RuntimeNames.Tools}{_bound} {Given} {{ get; init; }}").Line();
        if (_needsWorkspace == RequestChoice.Always)
        {
            _writer.Line($"public required {RuntimeNames.WorkspaceId} Workspace {{ get; init; }}").Line();
        }
        else if (_needsWorkspace != RequestChoice.Never)
        {
            _writer.Line(XmlDoc.Summary("The workspace; null where no request needs it."));
            _writer.Line($"public {RuntimeNames.WorkspaceId}? Workspace {{ get; init; }}").Line();
        }

        foreach (ArgumentModel argument in Own())
        {
            string type = ResolvedTypes.Of(argument.Type);
            string declaration = CSharpTypes.IsAlwaysSet(argument) ? $"required {type}" : $"{type}?";
            _writer.Line($"public {declaration} {ArgumentNames.Property(_record, argument)} {{ get; init; }}");
            _writer.Line();
        }
    }

    private void EmitResolve()
    {
        bool isAsync = _needsWorkspace != RequestChoice.Never || ResolutionOrder.Sort(_tool.Arguments).Count > 0;
        string type = $"{RuntimeNames.ValueTask}<{RuntimeNames.Tools}{_record}>";
        using SourceWriter.Block method = _writer.Open(
            $"public static {(isAsync ? "async " : "")}{type} ResolveAsync({RuntimeNames.Tools}{_bound} arguments, {ResolutionEmitter.Parameters})"
        );
        if (_needsWorkspace == RequestChoice.Always)
        {
            _writer.Line($"var workspace = {ResolutionEmitter.Workspace};");
        }
        else if (_needsWorkspace != RequestChoice.Never)
        {
            _writer.Line(
                $"{RuntimeNames.WorkspaceId}? workspace = {_needsWorkspace} ? {ResolutionEmitter.Workspace} : null;"
            );
        }

        ResolutionEmitter resolution = new(_writer, _bound, _tool.Arguments);
        resolution.EmitLocals(Instance, [], AllowsCustomId);
        NarrowingEmitter.Emit(_writer, _tool.Arguments, IsSent);
        DistinctEmitter.Emit(_writer, _tool, _bound, Instance);
        using (
            _writer.Open(isAsync ? $"return new {_record}" : $"return new {type}(new {_record}", isAsync ? "};" : "});")
        )
        {
            _writer.Line($"{Given} = arguments,");
            if (_needsWorkspace != RequestChoice.Never)
            {
                _writer.Line("Workspace = workspace,");
            }

            foreach (ArgumentModel argument in Own())
            {
                string value = resolution.Value(argument, Instance, isGiven: false);
                _writer.Line($"{ArgumentNames.Property(_record, argument)} = {value},");
            }
        }
    }

    // A custom id may stay one when all operations that take the task take such ids.
    private string AllowsCustomId(ArgumentModel task)
    {
        RequestModel[] requests =
        [
            .. _tool.Uses.SelectMany(static used => used.Requests).Where(request => Bindings.Use(request, task)),
        ];
        return requests.Length > 0 && Array.TrueForAll(requests, r => Bindings.MayBeCustomId(r, task))
            ? RequestChoice.Always
            : RequestChoice.Never;
    }

    private bool IsSent(ArgumentModel argument) =>
        _tool.Uses.Any(used =>
            used.Arguments.Any(taken =>
                taken.Name == argument.Name
                && used.Requests.Any(request => request.When == taken.Name || Bindings.Use(request, taken))
            )
        );

    private IEnumerable<ArgumentModel> Own() => _tool.Arguments.Where(static a => RecordEmitter.IsProperty(a.Role));

    private RequestTest? Test(RequestModel request) =>
        _tool.Arguments.FirstOrDefault(a => a.Name == request.When) is { } argument
            ? RequestTest.Of(request, argument, Instance + ArgumentNames.Property(_bound, argument))
            : null;
}
