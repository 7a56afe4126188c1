namespace ClickUpMcp.Tests.Docs;

/// <summary>Every requirement is shown by a test, and the page says by which.</summary>
[Trait("Writes", "files")]
public sealed class SecurityPageTests
{
    [Fact]
    public void Every_requirement_has_a_test()
    {
        ILookup<string, string> tests = SecurityPage.Tests();
        SecurityProof.All.Where(proof => !tests.Contains(proof.Id)).Select(proof => proof.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Every_id_of_a_test_has_a_row() =>
        SecurityPage
            .Tests()
            .Select(static tests => tests.Key)
            .Except(SecurityProof.All.Select(static proof => proof.Id))
            .ShouldBeEmpty();

    [Fact]
    public void C_02_what_a_test_shows_is_not_said_to_be_missing() =>
        SecurityPage
            .Tests()
            .Select(static tests => tests.Key)
            .Intersect(SecurityGap.All.Select(static gap => gap.Id))
            .ShouldBeEmpty();

    [Fact]
    public void C_02_the_page_is_up_to_date() => GeneratedFile.ShouldMatch(SecurityPage.Write(), "docs", "security.md");
}
