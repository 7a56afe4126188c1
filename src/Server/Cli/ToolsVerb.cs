using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary><c>tools</c>: shows which tools a client would see.</summary>
internal sealed class ToolsVerb : IVerb
{
    public string Usage => "tools [--json] [options]";

    public string Summary => "list the tools that these options show";

    public VerbFlag[] Flags => [new VerbFlag("json", null, "everything about each tool, as JSON")];

    public bool TakesSettings => true;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 0);
        ServerOptions options = OptionsLoader.Load(arguments, environment.Variable);
        environment.Composition.Validate(options);
        environment.Warn(options);
        IReadOnlyList<ToolDescriptor> tools = environment.Composition.DescribeTools(options);
        if (arguments.Has("json"))
        {
            ToolListJson.Write(tools, environment.Output.Value);
        }
        else
        {
            WriteTable(tools, environment);
        }

        return ExitCode.Ok;
    }

    private static void WriteTable(IReadOnlyList<ToolDescriptor> tools, CliEnvironment environment)
    {
        int width = tools.Count == 0 ? 0 : tools.Max(tool => tool.Name.Length);
        var text = new StringBuilder();
        foreach (IGrouping<string, ToolDescriptor> category in tools.GroupBy(tool => tool.Category))
        {
            text.Append(category.Key).Append('\n');
            foreach (ToolDescriptor tool in category)
            {
                text.Append("  ").Append(tool.Name.PadRight(width)).Append("  ").Append(tool.Title).Append('\n');
            }
        }

        environment.WriteLine(text.Append(tools.Count).Append(" tools").ToString());
    }
}
