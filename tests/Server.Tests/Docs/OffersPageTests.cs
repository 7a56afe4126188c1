namespace ClickUpMcp.Tests.Docs;

/// <summary>The page shows each prompt's text, so that a change of what models are told is seen.</summary>
[Trait("Writes", "files")]
public sealed class OffersPageTests
{
    [Fact]
    public void P_04_the_page_of_prompts_and_resources_is_up_to_date() =>
        GeneratedFile.ShouldMatch(OffersPage.Write(), "docs", "prompts-and-resources.md");
}
