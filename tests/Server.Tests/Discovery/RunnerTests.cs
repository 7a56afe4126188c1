using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Discovery;

/// <summary>A tool that runs another one does what a direct call does, and opens no way round the policy.</summary>
public sealed class RunnerTests
{
    public static TheoryData<ToolExample> Reads =>
        [
            .. ToolExample
                .ByTool.Values.SelectMany(static e => e)
                .Where(static e =>
                    e is { IsReadOnly: true, IsOpenWorld: true } && !e.Tool.StartsWith("run_", StringComparison.Ordinal)
                ),
        ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_through_the_runner_is_the_direct_read(ToolExample example)
    {
        SandboxSession direct = new(journal: example.IsOfChanges);
        SandboxSession through = new(journal: example.IsOfChanges);

        ToolResult expected = await direct.CallAsync(example.Tool, example.Arguments);
        ToolResult result = await through.CallAsync("run_read_tool", Run(example.Tool, example.Arguments));

        // A file is its bytes, not where they lie.
        result.File?.Content.ToArray().ShouldBe(expected.File?.Content.ToArray());
        (result with { File = null }).ShouldBe(expected with { File = null });
        through.Sent.Select(static r => r.Line).ShouldBe(direct.Sent.Select(static r => r.Line), ignoreOrder: true);
    }

    [Fact]
    public async Task A_workspace_beside_the_tool_is_where_its_names_are_looked_up()
    {
        SandboxSession session = new();

        await session.CallAsync(
            "run_read_tool",
            """{"name":"get_list","arguments":{"list":"Inbox"},"workspace":"9012000002"}"""
        );

        session.Sent[0].Path.ShouldBe("/api/v2/team/9012000002/space");
    }

    [Fact]
    public async Task A_write_through_the_runner_is_made_once()
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(
            "run_write_tool",
            Run("add_tag_to_task", """{"task":"27075wz","tag":"urgent"}""")
        );

        result.IsError.ShouldBeFalse(result.Text);
        session.Sent.Count(static r => r.Method != "GET").ShouldBe(1);
    }

    [Fact]
    public async Task The_reading_runner_refuses_every_tool_that_writes()
    {
        foreach (
            ToolExample example in ToolExample.ByTool.Values.Select(static e => e[0]).Where(static e => !e.IsReadOnly)
        )
        {
            SandboxSession session = new();

            ToolResult result = await session.CallAsync("run_read_tool", Run(example.Tool, example.Arguments));

            result.IsError.ShouldBeTrue(example.Tool);
            result.Text.ShouldContain("run_write_tool");
            session.Sent.ShouldBeEmpty(example.Tool);
        }
    }

    [Theory]
    [InlineData("run_read_tool", "get_task")]
    [InlineData("run_write_tool", "get_task")]
    [InlineData("run_write_tool", "delete_task")]
    public async Task PA_16_a_disabled_tool_is_refused_through_the_runners_too(string runner, string tool)
    {
        SandboxSession session = new(new ToolPolicyOptions { DisabledTools = tool });

        ToolResult result = await session.CallAsync(runner, Run(tool, """{"task":"27075wz"}"""));

        result.IsError.ShouldBeTrue();
        result.Text.ShouldBe($"The tool {tool} is disabled by the operator's configuration.");
        session.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"name":"get_tusk","arguments":{}}""", "did you mean \"get_task\"?")]
    [InlineData("""{"name":"get_task","arguments":{"tusk":"x"}}""", "did you mean \"task\"?")]
    [InlineData("""{"name":"get_task"}""", "task")]
    [InlineData("""{"name":"get_task","arguments":[]}""", "must be an object")]
    [InlineData("""{"name":"run_read_tool","arguments":{"name":"get_current_user"}}""", "does not run another")]
    public async Task What_cannot_be_run_is_explained(string arguments, string expected)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync("run_read_tool", arguments);

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(expected);
        session.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run_read_tool")]
    [InlineData("run_write_tool")]
    public async Task Wrong_arguments_are_told_with_what_the_tool_takes(string runner)
    {
        ToolResult result = await new SandboxSession().CallAsync(runner, Run("get_list", """{"lst":"x"}"""));

        result.IsError.ShouldBeTrue();
        string[] lines = result.Text.Split('\n');
        lines[^1].ShouldStartWith("get_list takes {");
        JsonElement schema = JsonElement.Parse(lines[^1][lines[^1].IndexOf('{')..]);
        string[] names = [.. schema.GetProperty("properties").EnumerateObject().Select(static p => p.Name)];
        names.ShouldContain("list");
        names.Intersect(["workspace", "fields", "detail_level", "limit", "cursor"]).ShouldBeEmpty();
        schema.GetProperty("required").ToString().ShouldBe("[\"list\"]");
    }

    [Theory]
    [InlineData("run_read_tool", """{"name":"get_list","arguments":{"list":"No such list"}}""")]
    [InlineData("run_read_tool", """{"name":"delete_task","arguments":{"task":"DEV-1"}}""")]
    [InlineData("run_read_tool", """{"name":"get_lists_of_nothing"}""")]
    [InlineData("run_write_tool", """{"name":"run_read_tool","arguments":{"name":"get_current_user"}}""")]
    [InlineData("get_list", """{"lst":"x"}""")]
    public async Task What_else_fails_shows_no_schema(string tool, string arguments) =>
        (await new SandboxSession().CallAsync(tool, arguments)).Text.ShouldNotContain("\"properties\"");

    private static string Run(string tool, string arguments) => $$"""{"name":"{{tool}}","arguments":{{arguments}}}""";
}
