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

    [Fact]
    public async Task That_a_task_may_not_wait_for_itself_is_told_as_ClickUp_says_it()
    {
        const string Call = """{"task":"DEV-1","depends_on":"DEV-1"}""";

        ToolResult refused = await new SandboxSession(refusesSelfDependency: true).CallAsync(
            "add_task_dependency",
            Call
        );

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("Task cannot depend on itself");
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
    public async Task The_space_of_a_task_has_its_name_once_that_is_known_and_costs_no_request()
    {
        SandboxSession session = new();
        ToolResult unknown = await session.CallAsync("get_task", """{"task":"DEV-1","fields":["space"]}""");
        int requests = session.Sent.Count;
        await session.CallAsync("get_workspace", "{}");
        int after = session.Sent.Count;

        ToolResult known = await session.CallAsync("get_task", """{"task":"DEV-1","fields":["space"]}""");

        unknown.Text.ShouldContain("space: 9");
        known.Text.ShouldContain("space: Engineering");
        (session.Sent.Count - after).ShouldBeLessThanOrEqualTo(requests);
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
