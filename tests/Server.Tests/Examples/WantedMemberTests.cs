using System.Text.Json.Nodes;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>Results are the same whether a response is read whole or only the members that are wanted.</summary>
public sealed class WantedMemberTests
{
    private const string Level = "detail_level";

    /// <summary>Every example of a tool that only reads and shows a list.</summary>
    public static TheoryData<ToolExample> Lists =>
        [
            .. ToolExample
                .ByTool.Where(static tool =>
                    EmittedCatalog.Instance.Create(EmittedCatalog.Instance.Find(tool.Key)).Output is { IsList: true }
                )
                .SelectMany(static tool => tool.Value)
                .Where(static example => example.IsReadOnly),
        ];

    /// <summary>Every example of the other tools that only read.</summary>
    public static TheoryData<ToolExample> Reading =>
        [
            .. ToolExample
                .ByTool.Values.SelectMany(static examples => examples)
                .Where(static example => example is { IsReadOnly: true, IsOfChanges: false })
                .Except(Lists.Select(static row => row.Data)),
        ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_says_the_same_at_every_level_and_in_every_format(ToolExample example)
    {
        foreach (string arguments in Variants(example))
        {
            foreach (OutputFormat format in Enum.GetValues<OutputFormat>())
            {
                await CompareAsync(example.Tool, arguments, format);
            }
        }
    }

    [Theory]
    [InlineData("get_workspace_tasks", """{"query":"login","include_closed":true}""")]
    [InlineData("get_workspace_tasks", """{"overdue":true,"fields":["name"]}""")]
    [InlineData("get_workspace_tasks", """{"unassigned":true,"detail_level":"names"}""")]
    [InlineData("get_workspace_tasks", """{"open":true,"detail_level":"names","status_types":["open"]}""")]
    [InlineData("get_workspace_tasks", """{"include_closed":true,"fields":["depends_on","blocks","linked"]}""")]
    [InlineData("get_workspace_tasks", """{"include_closed":true,"fields":["custom_fields","description"]}""")]
    [InlineData("get_workspace_tasks", """{"include_closed":true,"limit":100,"detail_level":"names"}""")]
    [InlineData("get_task", """{"task":"Fix login redirect"}""")]
    [InlineData("get_task", """{"task":"Fix logn redirekt"}""")]
    [InlineData("get_workspace", "{}")]
    [InlineData("get_list", """{"list":"Product Backlog"}""")]
    [InlineData("get_workload", "{}")]
    [InlineData("get_overdue_report", "{}")]
    public async Task So_do_searches_reports_and_look_ups(string tool, string arguments) =>
        (await CompareAsync(tool, arguments, OutputFormat.Text)).ShouldBeGreaterThan(0);

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task So_does_every_tool_that_reads(ToolExample example) =>
        await CompareAsync(example.Tool, example.Arguments, OutputFormat.Text);

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Whoever_looks_through_responses_sees_all_of_them(string guard)
    {
        List<(string Tool, string Arguments)> calls =
        [
            ("get_workspace_tasks", """{"include_closed":true,"limit":100,"detail_level":"names"}"""),
            ("update_checklist", """{"checklist":"%","name":"Renamed"}"""),
        ];
        SandboxSession session = GuardedBy(guard);
        ToolResult list = await session.CallAsync(calls[0].Tool, calls[0].Arguments);
        list.IsError.ShouldBeFalse(list.Text);
        string checklist = JsonNode.Parse(
            session.Responses.Last(static one => one.Request.Path.EndsWith("/task", StringComparison.Ordinal)).Body
        )!["tasks"]!
            .AsArray()
            .SelectMany(static task => task!["checklists"]!.AsArray())
            .First()!["id"]!.GetValue<string>();

        ToolResult renamed = await session.CallAsync(calls[1].Tool, calls[1].Arguments.Replace("%", checklist));

        renamed.IsError.ShouldBeFalse(renamed.Text);
    }

    public static TheoryData<string> Guarded => ["workspaces", "places"];

    private static SandboxSession GuardedBy(string guard) =>
        guard == "workspaces"
            ? new SandboxSession(secondWorkspace: true, workspaces: ["9012000001"])
            : new SandboxSession(places: "space:Engineering");

    private static IEnumerable<string> Variants(ToolExample example)
    {
        yield return example.Arguments;
        foreach (string level in (string[])["names", "summary", "full"])
        {
            JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
            arguments[Level] = level;
            yield return arguments.ToJsonString();
        }
    }

    /// <returns>How many requests wanted less than all.</returns>
    private static async Task<int> CompareAsync(string tool, string arguments, OutputFormat format)
    {
        WholeResponseClient? whole = null;
        SandboxSession reference = new(format: format, around: client => whole = new WholeResponseClient(client));
        SandboxSession session = new(format: format);

        ToolResult expected = await reference.CallAsync(tool, arguments);
        ToolResult result = await session.CallAsync(tool, arguments);

        result.Text.ShouldBe(expected.Text, $"{tool} {arguments}");
        return whole!.Narrowed;
    }
}
