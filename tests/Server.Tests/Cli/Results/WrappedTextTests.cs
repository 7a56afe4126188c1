using ClickUpMcp.Cli;
using ClickUpMcp.Cli.Results;

namespace ClickUpMcp.Tests.Cli.Results;

/// <summary>What is read at a terminal breaks between words, and loses none of them.</summary>
public sealed class WrappedTextTests
{
    private static readonly char[] Blank = [' ', '\n'];

    public static TheoryData<string> Pages =>
        [
            "help",
            "tools",
            "tools --persona all",
            "tools create_task",
            "config check --read-only",
            .. VerbTable.Names.Select(static verb => $"help {verb}"),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_the_screen(string line)
    {
        string[] command = line.Split(' ');
        CliRun whole = await CliRun.RunAsync(command);
        CliRun wrapped = await new CliSurroundings { Terminal = new FakeTerminal { Width = 80 } }.RunAsync(command);

        wrapped.ExitCode.ShouldBe(ExitCode.Ok, wrapped.Error);
        Words(wrapped.Output).ShouldBe(Words(whole.Output));
        // A word that is longer than what is left of a line stands alone.
        wrapped
            .Output.Split('\n')
            .Where(static shown => CellWidth.Of(shown) > 80)
            .ShouldAllBe(static shown => Words(shown).Length == 1);
    }

    [Fact]
    public async Task The_manual_page_is_left_to_the_program_that_shows_it() =>
        (
            await new CliSurroundings { Terminal = new FakeTerminal { Width = 80 } }.RunAsync("help", "--man")
        ).Output.ShouldBe((await CliRun.RunAsync("help", "--man")).Output);

    [Theory]
    [InlineData("one two three", 9, "one two\nthree")]
    [InlineData("  one two three", 9, "  one two\n  three")]
    [InlineData("  name  one two three four five six seven", 32, "  name  one two three four five\n        six seven")]
    [InlineData(
        "ok      x   one two three four five six seven",
        36,
        "ok      x   one two three four five\n            six seven"
    )]
    [InlineData("発売の準備 発売の準備", 12, "発売の準備\n発売の準備")]
    [InlineData("abcdefghij", 4, "abcdefghij")]
    public void What_goes_on_stands_below_where_the_text_began(string line, int width, string expected) =>
        WrappedText.Of(line, width).ShouldBe(expected);

    private static string[] Words(string text) => text.Split(Blank, StringSplitOptions.RemoveEmptyEntries);
}
