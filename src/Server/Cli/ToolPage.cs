using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary>What a person at a terminal reads about one tool.</summary>
internal static class ToolPage
{
    private const int MostWords = 8;

    /// <summary>The text, without a line break at its end.</summary>
    public static string Of(ToolDescriptor tool)
    {
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        ToolArgument[] arguments = [.. ToolArgument.ReadAll(schema.RootElement, tool)];
        StringBuilder text = new($"{tool.Name}: {tool.Title}\n\n{tool.Description}\n");
        text.Append($"\nCategory {tool.Category}, scope {tool.Scope.ToString().ToLowerInvariant()}");
        text.Append(tool.Traits.HasFlag(ToolTraits.Destructive) ? ", cannot be undone" : string.Empty);
        text.Append(tool.Aliases.Length == 0 ? ".\n" : $"; also called {string.Join(", ", tool.Aliases)}.\n");
        AppendArguments(text, "Arguments", [.. arguments.Where(static a => !a.IsStandard)]);
        AppendArguments(text, "As with most tools", [.. arguments.Where(static a => a.IsStandard)]);
        text.Append("\nAs in: ").Append(ExampleCall.Of(tool));
        return text.ToString();
    }

    private static void AppendArguments(StringBuilder text, string title, ToolArgument[] arguments)
    {
        if (arguments.Length == 0)
        {
            return;
        }

        text.Append($"\n{title}:\n");
        int width = arguments.Max(static a => a.Name.Length);
        foreach (ToolArgument argument in arguments)
        {
            string[] said =
            [
                argument.IsRequired ? "required" : string.Empty,
                argument.Words is { Length: > 0 and <= MostWords } words ? string.Join('|', words) : argument.Type,
                argument.Description,
            ];
            text.Append($"  {argument.Name.PadRight(width)}  ")
                .AppendJoin("; ", said.Where(static part => part.Length > 0))
                .Append('\n');
        }
    }
}
