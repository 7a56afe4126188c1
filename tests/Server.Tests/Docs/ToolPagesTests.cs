using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Docs;

/// <summary>The committed reference pages equal what the catalogue says.</summary>
[Trait("Writes", "files")]
public sealed class ToolPagesTests
{
    [Fact]
    public void Every_category_page_is_up_to_date()
    {
        for (int category = 0; category < ToolCatalog.CategoryNames.Length; category++)
        {
            GeneratedFile.ShouldMatch(
                ToolPages.Page(category),
                "docs",
                "tools",
                ToolCatalog.CategoryNames[category] + ".md"
            );
        }
    }

    [Fact]
    public void The_coverage_is_up_to_date() =>
        GeneratedFile.ShouldMatch(CoveragePage.Write(), "docs", "tools", "coverage.md");

    [Fact]
    public void The_personas_are_up_to_date() =>
        GeneratedFile.ShouldMatch(PersonaPage.Write(), "docs", "tools", "personas.md");

    [Fact]
    public void The_limits_are_those_that_find_tools_tells_of() =>
        GeneratedFile.ShouldMatch(LimitsPage.Write(), "docs", "limits.md");

    [Fact]
    public void The_index_is_up_to_date() => GeneratedFile.ShouldMatch(ToolPages.Index(), "docs", "tools", "README.md");
}
