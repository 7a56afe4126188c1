using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>What comes in one form here and in another there: from ClickUp, and from those who call.</summary>
public sealed class OtherFormTests
{
    private const string Path = "/api/v2/team/";

    public static TheoryData<ToolExample> TimeEntries =>
        [
            .. ToolExample
                .ByTool.Where(static tool => tool.Key.EndsWith("_time_entry", StringComparison.Ordinal))
                .SelectMany(static tool => tool.Value),
        ];

    [Theory]
    [MemberData(nameof(TimeEntries))]
    public async Task A_time_entry_is_shown_whichever_way_it_is_wrapped(ToolExample example)
    {
        SandboxSession documented = new();
        SandboxSession other = new();
        other.Sandbox.Inject(new SandboxFault { Kind = SandboxFaultKind.OtherWrapper, PathPrefix = Path });

        ToolResult expected = await documented.CallAsync(example.Tool, example.Arguments);
        ToolResult result = await other.CallAsync(example.Tool, example.Arguments);

        expected.IsError.ShouldBeFalse(expected.Text);
        result.Text.ShouldBe(expected.Text);
    }

    [Theory]
    [InlineData("remove", false)]
    [InlineData("add", true)]
    public async Task A_label_is_only_said_to_be_new_where_the_call_makes_one(string action, bool isNew)
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "update_time_entry",
            $$"""{"entry_id":"4100000000000000265","tags":["never seen"],"tag_action":"{{action}}"}"""
        );

        result.Text.Contains("is new", StringComparison.Ordinal).ShouldBe(isNew, result.Text);
        result.IsError.ShouldBe(!isNew, result.Text);
    }

    [Fact]
    public async Task The_space_of_a_task_has_its_name_for_one_request_that_is_kept()
    {
        SandboxSession session = new();
        const string Space = """{"task":"DEV-1","fields":["space"]}""";
        await session.CallAsync("get_task", """{"task":"DEV-1","fields":["name"]}""");
        int before = session.Sent.Count;

        ToolResult first = await session.CallAsync("get_task", Space);
        int firstRequests = session.Sent.Count - before;
        ToolResult second = await session.CallAsync("get_task", Space);

        first.Text.ShouldContain("space: Engineering");
        second.Text.ShouldContain("space: Engineering");
        firstRequests.ShouldBe(2);
        (session.Sent.Count - before - firstRequests).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_of_tasks_asks_for_no_spaces_and_shows_those_that_are_known_by_name()
    {
        SandboxSession session = new();
        const string List = """{"list":"90152000008","fields":["space"],"limit":2}""";
        await session.CallAsync("list_tasks", """{"list":"90152000008","fields":["name"],"limit":2}""");
        int before = session.Sent.Count;

        ToolResult unknown = await session.CallAsync("list_tasks", List);
        int requests = session.Sent.Count - before;
        await session.CallAsync("get_workspace", "{}");
        ToolResult known = await session.CallAsync("list_tasks", List);

        requests.ShouldBe(1);
        unknown.Text.ShouldContain("space=90150000001");
        known.Text.ShouldContain("space=Engineering");
    }

    [Fact]
    public async Task A_search_for_members_in_the_map_says_how_many_it_looked_through() =>
        (
            await new SandboxSession().CallAsync("get_workspace", """{"search_member":"nobody at all"}""")
        ).Text.ShouldContain("Looked through all ");

    [Theory]
    [InlineData("""{"Effort":5}""")]
    [InlineData("""[{"Effort":5}]""")]
    [InlineData("\"{\\\"Effort\\\":5}\"")]
    public async Task Fields_may_come_as_one_object_by_name(string fields)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(
            "run_write_tool",
            $$$"""{"name":"create_task","arguments":{"list":"API","name":"x","custom_fields":{{{fields}}}}}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        session.Sent.ShouldContain(static sent => sent.Method == "POST" && sent.Body.Contains("\"value\":5"));
    }
}
