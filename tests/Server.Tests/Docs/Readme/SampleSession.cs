using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Docs.Readme;

/// <summary>The session that README shows: three questions, each with a call that is made to the sandbox, on a fixed day.</summary>
internal static class SampleSession
{
    private const string Task = "Publish the changelog";

    /// <summary>A Monday afternoon in the time zone of the made-up people.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 13, 0, 0, TimeSpan.Zero);

    private static readonly (string Question, string Tool, string Arguments)[] Calls =
    [
        (
            "What is due in Engineering by Friday?",
            "get_workspace_tasks",
            """{"spaces":["Engineering"],"due_after":"today","due_to":"friday","limit":5,"fields":["name","status","assignees","due"]}"""
        ),
        (
            $"Put “{Task}” on the backlog: high priority, for Friday afternoon, an hour and a half.",
            "create_task",
            $$"""{"name":"{{Task}}","list":"Product Backlog","priority":"high","due":"friday 17:00","estimate":"1h 30m"}"""
        ),
        (
            "Log 45 minutes on it, from nine this morning.",
            "add_time_entry",
            $$"""{"task":"{{Task}}","start":"today 09:00","duration":"45m"}"""
        ),
    ];

    /// <summary>Makes the calls, one after the other.</summary>
    public static async Task<IReadOnlyList<SampleQuestion>> RunAsync(CancellationToken cancellationToken)
    {
        CompositionRoot composition = new(new ManualTimeProvider(Now));
        IToolGateway gateway = composition.CreateInventory(new ServerOptions { Sandbox = true }).Tools.Value;
        List<SampleQuestion> session = [];
        foreach ((string question, string tool, string arguments) in Calls)
        {
            ToolGatewayResult done = await gateway.CallAsync(
                new McpRequest(tool, Encoding.UTF8.GetBytes(arguments)),
                cancellationToken
            );
            ToolResult result = done.Result.ShouldNotBeNull(done.UnknownTool);
            result.IsError.ShouldBeFalse(result.Text);
            session.Add(new SampleQuestion(question, tool, arguments, result.Text));
        }

        return session;
    }
}
