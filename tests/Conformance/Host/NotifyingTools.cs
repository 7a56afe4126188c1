using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that send notifications while they run.</summary>
internal static class NotifyingTools
{
    public static FixtureTool[] All { get; } =
    [
        new("test_tool_with_logging", LogAsync),
        new("test_tool_with_progress", ReportAsync),
        new("test_logging_tool", static (_, _) => new(Results.Text("Nothing was logged."))),
    ];

    private static async ValueTask<CallToolResult> LogAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        foreach (
            string line in (string[])["Tool execution started", "Tool processing data", "Tool execution completed"]
        )
        {
            await request.Server.SendNotificationAsync(
                NotificationMethods.LoggingMessageNotification,
                new LoggingMessageNotificationParams
                {
                    Level = LoggingLevel.Info,
                    Data = JsonElement.Parse($"\"{line}\""),
                },
                McpJsonUtilities.DefaultOptions,
                cancellationToken
            );
        }

        return Results.Text("Logged three lines.");
    }

    private static async ValueTask<CallToolResult> ReportAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        if (request.Params.ProgressToken is { } token)
        {
            foreach (int progress in (int[])[0, 50, 100])
            {
                await request.Server.NotifyProgressAsync(
                    token,
                    new ProgressNotificationValue { Progress = progress, Total = 100 },
                    options: null,
                    cancellationToken
                );
            }
        }

        return Results.Text("Reported progress three times.");
    }
}
