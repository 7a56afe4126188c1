using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Stops the running timer; description and labels need a second request, since the stop takes neither.</summary>
internal sealed class StopTimeEntryHandler : IToolHandler<ResolvedStopTimeEntry>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedStopTimeEntry arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement stopped = await context.SendAsync(arguments.StopTimer(), cancellationToken);
        JsonElement entry = stopped.Member("data");
        if (entry.ValueKind == JsonValueKind.Undefined)
        {
            throw ResponseReader.Nothing();
        }

        if (entry.Text("id") is not { } id)
        {
            return HandlerResult.Sentence("No timer was running.");
        }

        if (arguments.Description is null && arguments.Tags is not { Count: > 0 })
        {
            return HandlerResult.OfItem(entry);
        }

        try
        {
            await context.Services.Client.SendAsync(arguments.UpdateTimeEntry(id), cancellationToken);
            JsonElement read = await context.SendAsync(arguments.GetTimeEntry(id), cancellationToken);
            return HandlerResult.OfItem(read.Member("data"));
        }
        catch (ActionableException failure)
        {
            return HandlerResult.OfItem(
                entry,
                [$"The timer stopped, but description and tags may be missing: {failure.What}"]
            );
        }
    }
}
