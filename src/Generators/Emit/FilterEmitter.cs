using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits which items of a list response a call wants.</summary>
internal static class FilterEmitter
{
    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        if (tool.Response is not { Filter.Count: > 0 } response)
        {
            return;
        }

        const string Type = RuntimeNames.Runtime + "ItemFilter";
        IEnumerable<string> calls = response.Filter.Select(filter => Call(tool, filter));
        writer.Line();
        writer.Line(
            $"protected override {Type} CreateFilter({RuntimeNames.Tools}{ArgumentNames.Arguments(tool.Name)} arguments) => new {Type}(){string.Concat(calls)};"
        );
    }

    private static string Call(ToolModel tool, FilterModel filter)
    {
        ArgumentModel argument = tool.Arguments.First(a => a.Name == filter.Argument);
        string method = argument.Type.Kind is TypeKind.String or TypeKind.Text ? "Words" : "Ids";
        string property = ArgumentNames.Property(ArgumentNames.Arguments(tool.Name), argument);
        return $".{method}({CSharpLiterals.String(filter.Path)}, arguments.{property})";
    }
}
