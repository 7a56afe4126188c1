using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits which items of a list response a call wants.</summary>
internal static class FilterEmitter
{
    /// <summary>Emits the statement, where names are resolved into locals already.</summary>
    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        if (tool.Response is { Filter.Count: > 0 } response)
        {
            IEnumerable<string> calls = response.Filter.Select(filter => Call(tool, filter));
            writer.Line($"context.Filter = new {RuntimeNames.Runtime}ItemFilter(){string.Concat(calls)};");
        }
    }

    private static string Call(ToolModel tool, FilterModel filter)
    {
        ArgumentModel argument = tool.Arguments.First(a => a.Name == filter.Argument);
        string path = CSharpLiterals.String(filter.Path);
        string given = "arguments." + ArgumentNames.Property(ArgumentNames.Arguments(tool.Name), argument);
        return argument.Type.Kind is TypeKind.String or TypeKind.Text
            ? $".Words({path}, {given})"
            : $".Ids({path}, {given}, {ArgumentNames.Local(argument.Name)})";
    }
}
