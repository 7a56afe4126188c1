using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>Says of a first word that is no command what was probably meant: a command, a word of one, or a tool.</summary>
internal static class UnknownCommand
{
    public static OptionsException Of(string name, IComposition composition)
    {
        if (name.Length == 0)
        {
            return new("Unknown command \"\". Run clickup-mcp help.");
        }

        if (composition.DescribeTool(name) is not null)
        {
            return new($"{name} is a tool. Run clickup-mcp call {name}, with --help for its arguments.");
        }

        string[] longer =
        [
            .. VerbTable.Names.SelectMany(Words).Where(word => word.EndsWith($" {name}", StringComparison.Ordinal)),
        ];
        string meant =
            longer.Length > 0
                ? $" Did you mean {string.Join(" or ", longer.Select(static word => $"clickup-mcp {word}"))}?"
                : Suggestion.For(name, VerbTable.Names);
        return new($"Unknown command {name}.{meant} Run clickup-mcp help.");
    }

    // A usage begins with the command and its word, as in "admin token new|list|revoke".
    private static IEnumerable<string> Words(string verb) =>
        VerbTable.Find(verb)!.Words.Select(static word => string.Join(' ', word.Usage.Split(' ').Take(2))).Distinct();
}
