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
            CanonicalEmitter.Emit(writer, ArgumentNames.Arguments(tool.Name), []);
        }

        return writer.ToString();
    }

    /// <summary>What the hand-written handler of a broken entry names.</summary>
    public static string EmitResolved(ToolModel tool) => ResolvedRecordEmitter.Emit(Bare(tool));

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
        SourceWriter writer = SourceWriter.ForFile(RuntimeNames.ApiNamespace);
        using (writer.Open($"internal static partial class {Emit.Operation.ClassName}"))
        {
            writer.Line(Operation("public static", tool));
        }

        return writer.ToString();
    }

    /// <summary>A method that takes whatever its callers give.</summary>
    public static string Operation(string modifiers, ToolModel tool) =>
        $"{modifiers} {RuntimeNames.Request} {Emit.Operation.NameOf(tool)}(params object?[] values) => throw new global::System.InvalidOperationException({CSharpLiterals.String($"The spec entry {tool.Name} is broken.")});";

    // Nothing but the name is to be trusted.
    private static ToolModel Bare(ToolModel tool) => new() { Name = tool.Name, Title = tool.Name };
}
