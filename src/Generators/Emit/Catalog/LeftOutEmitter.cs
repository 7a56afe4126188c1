using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the sentence that says what a list leaves out of what its call did not ask for.</summary>
internal static class LeftOutEmitter
{
    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        if (tool.Response is not { LeavesOut.Count: > 0 } response)
        {
            return;
        }

        writer.Line(
            $"protected override string? DescribeLeftOut({RuntimeNames.Tools}{ArgumentNames.Arguments(tool.Name)} arguments) => {RuntimeNames.Runtime}LeftOut.Describe("
        );
        using (writer.Indent())
        {
            for (int i = 0; i < response.LeavesOut.Count; i++)
            {
                LeftOutModel row = response.LeavesOut[i];
                string end = i == response.LeavesOut.Count - 1 ? ");" : ",";
                writer.Line($"({Condition(tool, row)}, {CSharpLiterals.String(Text(tool, row))}){end}");
            }
        }

        writer.Line();
    }

    private static string Condition(ToolModel tool, LeftOutModel row)
    {
        string shown = Any(tool, row.Unless.Prepend(row.Argument).Where(static name => name.Length > 0));
        string matters = Any(tool, row.When);
        return (shown.Length, matters.Length) switch
        {
            (0, 0) => "true",
            (_, 0) => $"!({shown})",
            (0, _) => matters,
            _ => $"({matters}) && !({shown})",
        };
    }

    private static string Any(ToolModel tool, IEnumerable<string> names) =>
        string.Join(" || ", names.Select(name => IsGiven(tool, Argument(tool, name))));

    private static string IsGiven(ToolModel tool, ArgumentModel argument)
    {
        string property = "arguments." + ArgumentNames.Property(ArgumentNames.Arguments(tool.Name), argument);
        return argument.Type.Kind switch
        {
            TypeKind.Boolean => $"{property} == true",
            TypeKind.Array => $"{property} is {{ Count: > 0 }}",
            _ when CSharpTypes.IsAlwaysSet(argument) => "true",
            _ => $"{property} is not null",
        };
    }

    private static string Text(ToolModel tool, LeftOutModel row)
    {
        string way =
            row.Argument.Length == 0 ? row.By
            : Argument(tool, row.Argument).Type.Kind == TypeKind.Boolean ? row.Argument + "=true"
            : row.Argument;
        return $"{row.What} ({(row.Argument.Length > 0 && row.By.Length > 0 ? $"{way}, {row.By}" : way)})";
    }

    private static ArgumentModel Argument(ToolModel tool, string name) => tool.Arguments.First(a => a.Name == name);
}
