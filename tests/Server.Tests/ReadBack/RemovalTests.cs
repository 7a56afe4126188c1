using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>A removal is claimed when it was seen, of each thing that was to go.</summary>
public sealed class RemovalTests
{
    private const string Merge = """{"task":"27075wz","source_tasks":["20bbn28","86xbhf4a9"]}""";

    [Fact]
    public async Task Of_several_merged_tasks_the_one_that_is_still_there_is_named()
    {
        SandboxSession session = new();
        session.Replace(static request =>
            request.Method == "GET" && request.Path.Contains("/task/86xbhf4a9", StringComparison.Ordinal)
                ? """{"id":"86xbhf4a9","name":"Still here"}"""
                : null
        );

        ToolResult result = await session.CallAsync("merge_tasks", Merge);

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("did not apply: the removal of 86xbhf4a9.");
        result.Text.ShouldNotContain("20bbn28");
    }

    [Fact]
    public async Task Several_merged_tasks_are_each_looked_for()
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync("merge_tasks", Merge);

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("none of them is a task of its own any more");
        session.Sent.Count(static request => request.Method == "GET").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("delete_webhook", """{"webhook_id":"6f2a1c50-0c01-4e1d-9c3e-7b5d30000001"}""")]
    [InlineData("delete_user_group", """{"group":"7c1e0002-c0de-4acb-8000-0000000a0002"}""")]
    public async Task What_only_a_list_shows_is_looked_for_there(string tool, string arguments)
    {
        SandboxSession session = new();
        (await session.CallAsync(tool, arguments)).Text.ShouldStartWith("Deleted ");

        SandboxSession ignoring = new();
        ignoring.Sandbox.Inject([
            new Sandbox.Faults.SandboxFault { Kind = Sandbox.Faults.SandboxFaultKind.Ignore, Method = "DELETE" },
        ]);
        ToolResult ignored = await ignoring.CallAsync(tool, arguments);

        ignored.IsError.ShouldBeTrue(ignored.Text);
        ignored.Text.ShouldContain("did not apply");
    }
}
