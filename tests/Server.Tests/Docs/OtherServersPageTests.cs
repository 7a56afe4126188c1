namespace ClickUpMcp.Tests.Docs;

/// <summary>What tools are called elsewhere leads to ours.</summary>
[Trait("Writes", "files")]
public sealed class OtherServersPageTests
{
    [Fact]
    public void The_page_is_up_to_date() =>
        GeneratedFile.ShouldMatch(OtherServersPage.Write(), "docs", "other-servers.md");
}
