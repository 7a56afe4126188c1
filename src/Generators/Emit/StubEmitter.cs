using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits for a broken entry just what lets everything else compile: its diagnostic is the only error.</summary>
internal static class StubEmitter
{
    public static string EmitArguments(ToolModel tool)
    {
        SourceWriter writer = SourceWriter.ForFile();
        writer.Line($"/// <summary>Arguments of <c>{tool.Name}</c>, whose spec entry is broken.</summary>");
        using (
            writer.Open(
                $"internal sealed record {ArgumentNames.Arguments(tool.Name)} : {RuntimeNames.Runtime}IToolArguments"
            )
        )
        {
            RecordEmitter.EmitAmbient(writer);
            new ResolutionEmitter(writer, Bare(tool)).EmitForTool();
            writer.Line();
            CanonicalEmitter.Emit(writer, ArgumentNames.Arguments(tool.Name), []);
        }

        return writer.ToString();
    }

    public static string EmitTool(ToolModel tool)
    {
        SourceWriter writer = SourceWriter.ForFile();
        writer.Line($"/// <summary>Stands for <c>{tool.Name}</c>, whose spec entry is broken.</summary>");
        using (writer.Open($"internal static class {ArgumentNames.Tool(tool.Name)}"))
        {
            DescriptorEmitter.Emit(writer, Bare(tool));
            writer.Line();
            OutputSchemaEmitter.EmitTool(writer, Bare(tool));
        }

        return writer.ToString();
    }

    public static string EmitOperation(ToolModel tool)
    {
        SourceWriter writer = SourceWriter.ForFile();
        using (writer.Open($"internal static partial class {OperationEmitter.ClassName}"))
        {
            writer.Line(
                $"{OperationEmitter.Signature(tool)} => throw new global::System.InvalidOperationException({CSharpLiterals.String($"The spec entry {tool.Name} is broken.")});"
            );
        }

        return writer.ToString();
    }

    // Nothing but the name is to be trusted.
    private static ToolModel Bare(ToolModel tool) => new() { Name = tool.Name, Title = tool.Name };
}
