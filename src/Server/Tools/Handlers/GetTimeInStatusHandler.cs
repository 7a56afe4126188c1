using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Turns ClickUp's object of tasks by id into one row per task.</summary>
internal sealed class GetTimeInStatusHandler(ToolServices services) : IToolHandler<GetTimeInStatusArguments>
{
    private const long Minute = 60_000;

    public async ValueTask<ToolResult> HandleAsync(
        GetTimeInStatusArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.ReadTimeInStatus(new() { Tasks = arguments.Tasks }, context),
            cancellationToken
        );
        using JsonDocument answer = ResponseReader.Parse(response.Body);
        List<JsonElement> rows =
            answer.RootElement.ValueKind == JsonValueKind.Object
                ? [.. answer.RootElement.EnumerateObject().Select(static task => Row(task.Name, task.Value))]
                : [];
        return await HandlerAnswer.ManyAsync(
            rows,
            GetTimeInStatusTool.Answer,
            arguments.Output,
            services,
            Missing(arguments, answer.RootElement),
            position: null,
            cancellationToken
        );
    }

    private static string[] Missing(GetTimeInStatusArguments arguments, JsonElement answer)
    {
        string[] missing =
        [
            .. arguments
                .Tasks.Where(task => answer.Member(task.Id!).ValueKind == JsonValueKind.Undefined)
                .Select(static task => task.Text),
        ];
        return missing.Length == 0 ? [] : [$"ClickUp told nothing of: {string.Join(", ", missing)}."];
    }

    private static JsonElement Row(string id, JsonElement task) =>
        BuiltJson.Of(writer =>
        {
            JsonElement current = task.Member("current_status");
            writer.WriteStartObject();
            writer.WriteString("task", id);
            writer.WriteString("status", current.Text("status"));
            writer.WriteString("since", current.Member("total_time").Text("since"));
            writer.WriteStartArray("spent");
            foreach (JsonElement period in task.Items("status_history"))
            {
                writer.WriteStringValue($"{period.Text("status")} {Duration(period.Member("total_time"))}");
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static string Duration(JsonElement total) =>
        long.TryParse(total.Text("by_minute"), CultureInfo.InvariantCulture, out long minutes)
            ? DurationText.Format(minutes * Minute)
            : "?";
}
