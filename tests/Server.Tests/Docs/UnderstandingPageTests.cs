namespace ClickUpMcp.Tests.Docs;

/// <summary>How much is understood is written down as it is.</summary>
[Trait("Writes", "files")]
public sealed class UnderstandingPageTests
{
    [Fact]
    public void The_page_is_up_to_date() =>
        GeneratedFile.ShouldMatch(UnderstandingPage.Write(), "docs", "understanding.md");
}
