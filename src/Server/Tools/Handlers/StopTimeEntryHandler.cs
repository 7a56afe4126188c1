using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Stops the running timer; description and labels need a second request, since the stop takes neither.</summary>
internal sealed class StopTimeEntryHandler(ToolServices services) : IToolHandler<StopTimeEntryArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        StopTimeEntryArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        using JsonDocument stopped = await SendAsync(ClickUpOperations.StopTimer(new(), context), cancellationToken);
        JsonElement entry = stopped.RootElement.Member("data");
        if (entry.Text("id") is not { } id)
        {
            return new ToolResult("No timer was running.");
        }

        if (arguments.Description is null && arguments.Tags is not { Count: > 0 })
        {
            return await ShowAsync(entry, arguments, [], cancellationToken);
        }

        try
        {
            ClickUpRequest update = ClickUpOperations.UpdateTimeEntry(
                new()
                {
                    EntryId = id,
                    Description = arguments.Description,
                    Tags = arguments.Tags,
                },
                context
            );
            await services.Client.SendAsync(update, cancellationToken);
            using JsonDocument read = await SendAsync(
                ClickUpOperations.GetTimeEntry(new() { EntryId = id }, context),
                cancellationToken
            );
            return await ShowAsync(read.RootElement.Member("data"), arguments, [], cancellationToken);
        }
        catch (ActionableException failure)
        {
            string note = $"The timer stopped, but description and tags may be missing: {failure.What}";
            return await ShowAsync(entry, arguments, [note], cancellationToken);
        }
    }

    private async ValueTask<JsonDocument> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        ResponseReader.Parse((await services.Client.SendAsync(request, cancellationToken)).Body);

    private ValueTask<ToolResult> ShowAsync(
        JsonElement entry,
        StopTimeEntryArguments arguments,
        IReadOnlyList<string> notes,
        CancellationToken cancellationToken
    ) => HandlerAnswer.OneAsync(entry, StopTimeEntryTool.Answer, arguments.Output, services, notes, cancellationToken);
}
