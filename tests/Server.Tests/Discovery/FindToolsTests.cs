using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

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
            Everything.Find(name.Replace('_', ' '))[0].Name.ShouldBe(name);
        }
    }

    [Theory]
    [InlineData("log hours on a task", "add_time_entry")]
    [InlineData("remove label from task", "remove_tag_from_task")]
    [InlineData("edit a task", "update_task")]
    [InlineData("people in workspace", "find_members")]
    [InlineData("search tasks", "get_workspace_tasks")]
    public void Other_words_find_it_among_the_best(string words, string expected) =>
        Everything.Find(words).Take(5).Select(static t => t.Name).ShouldContain(expected);

    [Fact]
    public async Task The_answer_shows_the_whole_schema_and_counts_the_rest()
    {
        ToolResult result = await new SandboxSession().CallAsync("find_tools", """{"query":"task","limit":2}""");

        string[] lines = result.Text.Split('\n');
        lines[0].ShouldStartWith("The best 2 of ");
        string[] schemas = [.. lines.Where(static line => line.StartsWith('{'))];
        schemas.Length.ShouldBe(2);
        schemas.ShouldAllBe(static s => JsonElement.Parse(s).GetProperty("additionalProperties").GetBoolean() == false);
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
            $"No tool matches. Try other words, or a category: {string.Join(", ", ToolCatalog.CategoryNames.ToArray())}."
        );
}
