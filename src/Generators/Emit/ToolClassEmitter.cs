using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the class of a listed tool.</summary>
internal static class ToolClassEmitter
{
    public static string Emit(ToolModel tool)
    {
        string name = ArgumentNames.Tool(tool.Name);
        string arguments = RuntimeNames.Tools + ArgumentNames.Arguments(tool.Name);
        bool isHandler = tool.Requests.Count == 0;
        string resolved = RuntimeNames.Tools + ArgumentNames.Resolved(tool.Name);
        string header = isHandler
            ? $"internal sealed class {name}({RuntimeNames.Runtime}IToolHandler<{resolved}> handler) : {RuntimeNames.Runtime}HandlerTool<{arguments}, {resolved}>(handler)"
            : $"internal sealed class {name} : {RuntimeNames.Runtime}EndpointTool<{arguments}>";
        SourceWriter writer = SourceWriter.ForFile();
        writer.Line(XmlDoc.Summary(tool.Title.Length > 0 ? tool.Title : tool.Name));
        using (writer.Open(header))
        {
            DescriptorEmitter.Emit(writer, tool);
            writer.Line();
            OutputSchemaEmitter.EmitTool(writer, tool);
            writer.Line().Line($"public override string Name => {CSharpLiterals.String(tool.Name)};").Line();
            ResponseEmitter.Emit(writer, tool);
            writer.Line();

            BulkEmitter.Emit(writer, tool);
            LeftOutEmitter.Emit(writer, tool);
            DateRuleEmitter.Emit(writer, tool);
            new BinderEmitter(writer, tool).Emit();
            writer.Line();
            writer.Line(
                $"protected override {arguments}? Bind({RuntimeNames.ArgumentReader} reader) => BindArguments(reader);"
            );
            writer.Line();
            if (isHandler)
            {
                writer.Line(
                    $"protected override {RuntimeNames.ValueTask}<{resolved}> ResolveAsync({arguments} arguments, {ResolutionEmitter.Parameters}) => {resolved}.ResolveAsync(arguments, context, cancellationToken);"
                );
            }
            else
            {
                new PrepareEmitter(writer, tool).Emit();
            }
        }

        return writer.ToString();
    }
}
