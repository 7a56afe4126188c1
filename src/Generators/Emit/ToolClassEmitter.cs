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
        string header = isHandler
            ? $"internal sealed class {name}({RuntimeNames.Runtime}IToolHandler<{arguments}> handler) : {RuntimeNames.Runtime}HandlerTool<{arguments}>(handler)"
            : $"internal sealed class {name} : {RuntimeNames.Runtime}EndpointTool<{arguments}>";
        SourceWriter writer = SourceWriter.ForFile();
        writer.Line(XmlDoc.Summary(tool.Title.Length > 0 ? tool.Title : tool.Name));
        using (writer.Open(header))
        {
            DescriptorEmitter.Emit(writer, tool);
            writer.Line();
            OutputSchemaEmitter.EmitTool(writer, tool);
            writer.Line().Line($"public override string Name => {CSharpLiterals.String(tool.Name)};").Line();
            if (!isHandler || tool.Response is not null)
            {
                ResponseEmitter.Emit(writer, tool);
                FilterEmitter.Emit(writer, tool);
                writer.Line();
            }

            new BinderEmitter(writer, tool).Emit();
            writer.Line();
            writer.Line(
                $"protected override {arguments}? Bind({RuntimeNames.ArgumentReader} reader) => BindArguments(reader);"
            );
            if (!isHandler)
            {
                writer.Line();
                writer.Line(
                    $"protected override {RuntimeNames.Api}ClickUpRequest BuildRequest({arguments} arguments, {RuntimeNames.ToolCallContext} context) => {RuntimeNames.Tools}{OperationEmitter.ClassName}.{CSharpNames.Pascal(tool.Name)}(arguments, context);"
                );
            }
        }

        return writer.ToString();
    }
}
