using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the method of an endpoint tool that resolves its arguments and builds the request of them.</summary>
internal sealed class PrepareEmitter(SourceWriter writer, ToolModel tool)
{
    private const string Instance = "arguments.";

    private readonly string _record = ArgumentNames.Arguments(tool.Name);

    public void Emit()
    {
        bool needsWorkspace = tool.Requests.All(Bindings.UseWorkspace);
        bool isAsync = ResolutionOrder.Sort(tool.Arguments).Count > 0 || tool.Requests.Any(Bindings.UseWorkspace);
        string type = $"{RuntimeNames.ValueTask}<{RuntimeNames.Request}>";
        using SourceWriter.Block method = writer.Open(
            $"protected override {(isAsync ? "async " : "")}{type} PrepareAsync({RuntimeNames.Tools}{_record} arguments, {ResolutionEmitter.Parameters})"
        );
        if (needsWorkspace)
        {
            writer.Line($"var workspace = {ResolutionEmitter.Workspace};");
        }

        ResolutionEmitter resolution = new(writer, _record, tool.Arguments);
        resolution.EmitLocals(
            Instance,
            [],
            argument => RequestChoice.Condition(tool.Requests, Test, r => Bindings.MayBeCustomId(r, argument))
        );
        NarrowingEmitter.Emit(
            writer,
            tool.Arguments,
            a => tool.Requests.Any(r => r.When == a.Name || Bindings.Use(r, a))
        );
        if (ResolutionOrder.Sort(tool.Arguments).Count > 0)
        {
            DistinctEmitter.Emit(writer, tool, _record, Instance);
            writer.Line("CheckDates(arguments, context);");
            writer.Line("context.Settle();");
        }

        FilterEmitter.Emit(writer, tool);
        foreach (Operation operation in Operation.Of(tool))
        {
            string call = Call(operation, resolution, needsWorkspace ? "workspace" : ResolutionEmitter.Workspace);
            string sent = isAsync ? $"return {call};" : $"return new {type}({call});";
            if (Test(operation.Request) is { } test)
            {
                using (writer.Open($"if ({test.Holds})"))
                {
                    writer.Line(sent);
                }

                writer.Line();
            }
            else
            {
                writer.Line(sent);
            }
        }
    }

    private string Call(Operation operation, ResolutionEmitter resolution, string workspace)
    {
        IEnumerable<string> arguments = operation.Parameters.Select(parameter =>
        {
            string value =
                parameter.Argument.Role == ArgumentRole.Workspace
                    ? workspace
                    : resolution.Value(parameter.Argument, Instance, isGiven: parameter.IsRequired);
            return $"{parameter.Name}: {value}";
        });
        return $"{operation.QualifiedName}({string.Join(", ", arguments)})";
    }

    private RequestTest? Test(RequestModel request) =>
        tool.Arguments.FirstOrDefault(a => a.Name == request.When) is { } argument
            ? RequestTest.Of(request, argument, Instance + ArgumentNames.Property(_record, argument))
            : null;
}
