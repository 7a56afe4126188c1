using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary><c>tools</c>: shows which tools a client would see.</summary>
internal sealed class ToolsVerb : IVerb
{
    public string Usage => "tools [TOOL] [--json] [options]";

    public string Summary => "list the tools that these options show, or say all about one";

    public VerbFlag[] Flags => [new VerbFlag("json", null, "everything about each tool, as JSON")];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        if (arguments.PositionalArguments is [var name])
        {
            ToolDescriptor tool =
                environment.Composition.DescribeTool(name)
                ?? throw new OptionsException(
                    $"Unknown tool {name}.{Suggestion.For(name, environment.Composition.ToolNames)} Run clickup-mcp tools --persona all."
                );
            Show([tool], ToolPage.Of(tool), arguments, environment);
            return ExitCode.Ok;
        }

        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        environment.Warn(options);
        IReadOnlyList<ToolDescriptor> tools = environment.Composition.DescribeTools(options);
        Show(tools, Table(tools), arguments, environment);
        return ExitCode.Ok;
    }

    private static void Show(
        IReadOnlyList<ToolDescriptor> tools,
        string text,
        CommandArguments arguments,
        CliEnvironment environment
    )
    {
        if (arguments.Has("json") || arguments.Flag(CallResult.Flag) == "json")
        {
            ToolListJson.Write(tools, environment.Output.Value);
        }
        else
        {
            environment.WritePage(text);
        }
    }

    private static string Table(IReadOnlyList<ToolDescriptor> tools)
    {
        int width = tools.Count == 0 ? 0 : tools.Max(tool => tool.Name.Length);
        var text = new StringBuilder();
        foreach (IGrouping<string, ToolDescriptor> category in tools.GroupBy(tool => tool.Category))
        {
            text.Append(category.Key).Append('\n');
            foreach (ToolDescriptor tool in category)
            {
                text.Append("  ")
                    .Append(tool.Name.PadRight(width))
                    .Append("  ")
                    .Append(FirstSentence(tool.Description))
                    .Append('\n');
            }
        }

        return text.Append(tools.Count).Append(" tools").ToString();
    }

    private static string FirstSentence(string description)
    {
        int end = description.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? description : description[..(end + 1)];
    }
}
