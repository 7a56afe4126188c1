using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Cli.Results;

/// <summary>What a person sees, at two widths, with and without colour; the committed sessions are looked at when they change.</summary>
[Trait("Writes", "files")]
public sealed partial class TerminalSessionTests
{
    private static readonly string[][] Commands =
    [
        ["call", "--sandbox", "list_tasks", "list=Ideas", "limit=4"],
        [
            "call",
            "--sandbox",
            "get_workspace_tasks",
            "lists=Product Backlog",
            "limit=3",
            "fields=name",
            "fields=status",
            "fields=assignees",
            "fields=due",
            "fields=list",
            "fields=url",
        ],
        ["call", "--sandbox", "create_task", "name=発売の準備 🚀", "list=Ideas", "priority=high", "due=friday"],
        ["call", "--sandbox", "get_task", "task=nothing of that name"],
        ["call", "--sandbox", "list_tasks", "list=Ideas", "limit=2", "--format", "csv"],
        ["call", "--sandbox", "get_task", "task=DEV-1"],
        ["call", "--sandbox", "get_workspace", "space=Operations"],
        ["tools", "create_task"],
        ["help"],
        ["help", "install"],
    ];

    [Theory]
    [InlineData(80, true)]
    [InlineData(80, false)]
    [InlineData(120, true)]
    [InlineData(120, false)]
    public async Task A_session_looks_as_it_was_when_it_was_looked_at(int width, bool hasColour)
    {
        StringBuilder session = new();
        foreach (string[] command in Commands)
        {
            CliSurroundings terminal = new(new CompositionRoot(new ManualTimeProvider(SampleDay)))
            {
                Variables = hasColour ? [] : new() { ["NO_COLOR"] = "1" },
                Terminal = new FakeTerminal { Width = width, ShowsErrors = true },
            };
            CliRun run = await terminal.RunAsync(command);
            session.Append(CultureInfo.InvariantCulture, $"$ clickup-mcp {string.Join(' ', command.Select(Quoted))}\n");
            session.Append(Cursor().Replace(run.Output + run.Error, "cursor=…")).Append('\n');
        }

        GeneratedFile.ShouldMatch(
            session.ToString(),
            "tests",
            "Server.Tests",
            "Cli",
            "Results",
            "Sessions",
            string.Create(CultureInfo.InvariantCulture, $"{width}-{(hasColour ? "colour" : "plain")}.txt")
        );
    }

    private static DateTimeOffset SampleDay => new(2026, 11, 30, 13, 0, 0, TimeSpan.Zero);

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;

    // It is sealed with a key of the process, and so another one in each run.
    [GeneratedRegex(@"cursor=[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Cursor();
}
