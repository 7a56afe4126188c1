using System.Text;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that send notifications while they run.</summary>
internal static class NotifyingTools
{
    public static FixtureTool[] All { get; } =
    [
        FixtureTool.Of("test_tool_with_logging", Log),
        FixtureTool.Of("test_tool_with_progress", Report),
        FixtureTool.Of("test_logging_tool", static _ => Results.Text("Nothing was logged.")),
    ];

    private static MethodResult Log(McpRequest request)
    {
        foreach (
            string line in (string[])["Tool execution started", "Tool processing data", "Tool execution completed"]
        )
        {
            request.Client.Notify(
                "notifications/message",
                Encoding.UTF8.GetBytes($$"""{"level":"info","data":"{{line}}"}""")
            );
        }

        return Results.Text("Logged three lines.");
    }

    private static MethodResult Report(McpRequest request)
    {
        foreach (int progress in (int[])[0, 50, 100])
        {
            request.Progress.Report(progress, 100, $"{progress} %");
        }

        return Results.Text("Reported progress three times.");
    }
}
