using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>What a call says in the forms of people, and what its result says of what is or was not so.</summary>
public sealed class SaidTruthTests
{
    [Theory]
    [InlineData("list_tasks", """{"list":"API","statuses":"to do, in progress"}""", "=to%20do", "in%20progress")]
    [InlineData("list_tasks", """{"list":"API","assignees":"Carla, David Kim"}""", "81000003", "81000004")]
    [InlineData("get_workspace_tasks", """{"tags":"bug, backend"}""", "=bug", "=backend")]
    public async Task Commas_separate_names_in_a_text_that_stands_for_a_list(
        string tool,
        string arguments,
        string first,
        string second
    )
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(tool, arguments);

        result.IsError.ShouldBeFalse(result.Text);
        string query = session.Requests.First().PathAndQuery;
        query.ShouldContain(first);
        query.ShouldContain(second);
    }

    [Fact]
    public async Task A_name_that_has_a_comma_is_one_name()
    {
        SandboxSession session = new();
        await session.CallAsync("create_space_tag", """{"space":"Engineering","tag":"a, b"}""");

        ToolResult result = await session.CallAsync(
            "update_task",
            """{"task":"DEV-1","tags":"a, b","fields":["tags"]}"""
        );

        result.Text.ShouldNotContain("is new");
        session.Sent.Count(static request => request.Method == "POST" && request.Path.Contains("/tag/")).ShouldBe(1);
    }

    [Fact]
    public async Task An_item_of_a_list_keeps_its_commas()
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "update_task",
            """{"task":"DEV-1","tags":["bug, backend"],"fields":["tags"]}"""
        );

        result.Text.ShouldContain("The tag \"bug, backend\" is new");
    }

    [Fact]
    public async Task A_result_of_which_nothing_is_set_says_so() =>
        (
            await new SandboxSession().CallAsync("get_task", """{"task":"DEV-1","fields":["parent","due"]}""")
        ).Text.ShouldBe("Nothing is set in parent, due.");

    [Theory]
    [InlineData("""{"task":"DEV-2","start":"2027-05-01"}""", true)]
    [InlineData("""{"task":"DEV-2","due":"2026-01-01"}""", true)]
    [InlineData("""{"task":"DEV-2","due":"2027-01-01"}""", false)]
    public async Task A_task_that_is_due_before_it_starts_is_told(string arguments, bool isTold) =>
        (await new SandboxSession().CallAsync("update_task", arguments))
            .Text.Contains("due before it starts", StringComparison.Ordinal)
            .ShouldBe(isTold);

    [Theory]
    [InlineData("Bug", false)]
    [InlineData("bug", false)]
    [InlineData("backen", true)]
    public async Task A_tag_is_said_to_be_new_where_it_is(string tag, bool isNew)
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "create_space_tag",
            $$"""{"space":"Engineering","tag":"{{tag}}"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldNotContain("Created");
        result.Text.Contains("is new", StringComparison.Ordinal).ShouldBe(isNew, result.Text);
    }
}
