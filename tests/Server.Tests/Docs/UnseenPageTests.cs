namespace ClickUpMcp.Tests.Docs;

/// <summary>What nothing shows is listed, and does not become more.</summary>
[Trait("Writes", "files")]
public sealed class UnseenPageTests
{
    // Goes down only: what can be read back is.
    private const int MostUnseen = 36;

    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.ShouldMatch(UnseenPage.Write(), "docs", "unseen.md");

    [Fact]
    public void Little_is_unseen() => UnseenPage.Rows.Count.ShouldBeLessThanOrEqualTo(MostUnseen);
}
