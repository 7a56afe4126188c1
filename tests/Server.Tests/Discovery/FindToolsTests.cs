using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Tools.Search;

namespace ClickUpMcp.Tests.Discovery;

/// <summary>Every tool can be found by what people call it, and none that the policy hides.</summary>
public sealed class FindToolsTests
{
    private static readonly ToolSearch Everything = new(
        new ToolInventory(EmittedCatalog.Instance, ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance))
    );

    [Fact]
    public void The_words_of_a_name_find_the_tool_first()
    {
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            string name = ToolCatalog.Name(index);
            if (ToolCatalog.Describe(index).Category == "discovery")
            {
                continue;
            }

            Everything.Find(name.Replace('_', ' ')).Tools[0].ShouldBe(index);
        }
    }

    /// <remarks>
    /// The search was made by the first and the last file. The second was first read at 0.54 and 0.66, then words of general use were
    /// added. The third was written before the phrases and read at 0.33 and 0.48 without them; what it misses was looked at only later.
    /// The fifth was written before what it changed in the search, and first read at 0.705 and 0.820. The last was written when the search
    /// was done, in roundabout words, and read once at 0.487 and 0.775 (0.450 and 0.725 before); then the search learnt verbs in two parts and
    /// demands ("should be"), which nothing else measures.
    /// </remarks>
    [Theory]
    [InlineData("queries", 260, 0.93, 0.99)]
    [InlineData("unseen", 190, 0.93, 0.98)]
    [InlineData("heldout", 65, 0.77, 0.87)]
    [InlineData("everyday", 160, 0.88, 0.97)]
    [InlineData("strangers", 139, 0.85, 0.94)]
    [InlineData("late", 80, 0.50, 0.77)]
    public void What_people_say_finds_what_they_mean(string file, int atLeast, double first, double amongThree)
    {
        FoundQuery[] found = [.. FoundQuery.Read(file, Everything).Where(static q => !q.IsImpossible)];
        string missed = string.Join('\n', found.Where(static q => !q.IsFirst));

        found.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
        found.Average(static q => q.IsFirst ? 1 : 0d).ShouldBeGreaterThanOrEqualTo(first, missed);
        found.Average(static q => q.IsAmongThree ? 1 : 0d).ShouldBeGreaterThanOrEqualTo(amongThree, missed);
    }

    [Fact]
    public void What_no_tool_can_do_finds_none()
    {
        FoundQuery[] impossible =
        [
            .. FoundQuery
                .Files.SelectMany(static file => FoundQuery.Read(file, Everything))
                .Where(static q => q.IsImpossible),
        ];

        impossible.Length.ShouldBeGreaterThan(20);
        impossible.Where(static q => q.Found.Count > 0).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_result_shows_the_arguments_of_the_best_two_without_the_standard_ones_and_counts_the_rest()
    {
        ToolResult result = await new SandboxSession().CallAsync("find_tools", """{"query":"tasks","limit":3}""");

        string[] lines = result.Text.Split('\n');
        lines[0].ShouldStartWith("The best 3 of ");
        JsonElement[] schemas =
        [
            .. lines.Where(static line => line.StartsWith('{')).Select(static line => JsonElement.Parse(line)),
        ];
        schemas.Length.ShouldBe(2);
        schemas.ShouldAllBe(static s => s.GetProperty("additionalProperties").GetBoolean() == false);
        string[] names =
        [
            .. schemas.SelectMany(static s => s.GetProperty("properties").EnumerateObject()).Select(static p => p.Name),
        ];
        names.ShouldNotBeEmpty();
        names.Intersect(["workspace", "fields", "detail_level", "limit", "cursor"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_with_the_reason_and_what_comes_nearest()
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "find_tools",
            """{"query":"move a page to another doc"}"""
        );

        result.Text.ShouldStartWith(
            "No tool can do this. Move a page to another place or Doc, change the order of pages: "
        );
        result.Text.ShouldContain("Nearest: ");
    }

    [Fact]
    public async Task PA_16_a_disabled_tool_is_not_found()
    {
        SandboxSession session = new(new ToolPolicyOptions { DisabledTools = "delete_task" });

        ToolResult result = await session.CallAsync("find_tools", """{"query":"delete task","limit":10}""");

        result.Text.ShouldNotContain("delete_task (");
        session.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nothing_matches_is_told_with_the_categories() =>
        (await new SandboxSession().CallAsync("find_tools", """{"query":"zzzz"}""")).Text.ShouldBe(
            $"No tool fits. Try other words, or a category: {string.Join(", ", ToolCatalog.CategoryNames.ToArray())}."
        );
}
