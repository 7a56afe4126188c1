using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sets time estimates by person, beside the others' or instead of them.</summary>
internal sealed class SetTimeEstimatesHandler(ToolServices services) : IToolHandler<SetTimeEstimatesArguments>
{
    private const int MostEstimates = 10;

    public async ValueTask<ToolResult> HandleAsync(
        SetTimeEstimatesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        JsonElement estimates = BuiltJson.Of(writer => Write(writer, arguments));
        if (estimates.GetArrayLength() > MostEstimates)
        {
            throw new ActionableException(
                $"That is more than {MostEstimates} estimates.",
                $"ClickUp takes {MostEstimates} at once, the unassigned one included.",
                "Make two calls."
            );
        }

        ClickUpRequest request = arguments.Replace
            ? ClickUpOperations.PutTimeEstimates(new() { Task = arguments.Task, Estimates = estimates }, context)
            : ClickUpOperations.PatchTimeEstimates(new() { Task = arguments.Task, Estimates = estimates }, context);
        ClickUpResponse response = await services.Client.SendAsync(request, cancellationToken);
        using JsonDocument answer = ResponseReader.Parse(response.Body);
        JsonElement data = answer.RootElement.Member("data");
        string total = long.TryParse(data.Text("total_time_estimate"), out long milliseconds)
            ? DurationText.Format(milliseconds)
            : "unknown";
        return new ToolResult(
            OutputSanitizer.CleanLine($"Set the estimates of task {arguments.Task.Text}; together they are {total}.")
        );
    }

    private static void Write(Utf8JsonWriter writer, SetTimeEstimatesArguments arguments)
    {
        writer.WriteStartArray();
        foreach (TimeEstimate estimate in arguments.Estimates ?? [])
        {
            writer.WriteStartObject();
            writer.WriteNumber("assignee", ResolvedValue.NumberOf(estimate.Member));
            writer.WriteNumber("time", estimate.Time);
            writer.WriteEndObject();
        }

        if (arguments.Unassigned is { } unassigned)
        {
            writer.WriteStartObject();
            writer.WriteString("assignee", "unassigned");
            writer.WriteNumber("time", unassigned);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
