using ClickUpMcp.Cli.Results;

namespace ClickUpMcp.Tests.Cli.Results;

/// <summary>Texts are measured as a terminal shows them, and are never cut within what a reader takes for one letter.</summary>
public sealed class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("äß", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("漢字", 4)]
    [InlineData("한글", 4)]
    [InlineData("ｆｕ", 4)]
    [InlineData("🚀", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("❤️", 2)]
    [InlineData("❤", 1)]
    [InlineData("a漢🚀b", 6)]
    public void It_counts_cells(string text, int cells) => CellWidth.Of(text).ShouldBe(cells);

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("漢字漢", 5, "漢字…")]
    [InlineData("漢字漢", 4, "漢…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    public void It_cuts_between_letters(string text, int cells, string cut)
    {
        CellWidth.Cut(text, cells).ShouldBe(cut);
        CellWidth.Of(cut).ShouldBeLessThanOrEqualTo(cells);
    }
}
