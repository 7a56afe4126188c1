using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>Checks how many arguments besides flags a verb was given.</summary>
internal static class PositionalArguments
{
    /// <exception cref="OptionsException">There are more.</exception>
    public static void Expect(CommandArguments arguments, int atMost)
    {
        if (arguments.PositionalArguments.Count > atMost)
        {
            throw new OptionsException($"Unexpected argument {atMost + 1}. Run clickup-mcp help.");
        }
    }
}
