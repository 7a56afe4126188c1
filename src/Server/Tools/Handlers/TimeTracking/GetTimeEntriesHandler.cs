using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists time entries; of several lists one after the other, since ClickUp takes one place at a time.</summary>
internal sealed class GetTimeEntriesHandler : IToolHandler<ResolvedGetTimeEntries>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetTimeEntries arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ResolvedGetTimeEntries filters =
            arguments.Everyone == true
                ? arguments with
                {
                    Assignees = await WorkspacePeople.ReadAsync(arguments.Workspace, context, cancellationToken),
                }
                : arguments;
        List<JsonElement> entries = [];
        foreach (
            ListId? list in arguments.Lists?.Select(static id => (ListId?)id).DistinctBy(static id => id?.Value)
                ?? [null]
        )
        {
            JsonElement page = await context.SendAsync(filters.ReadTimeEntries(list), cancellationToken);
            entries.AddRange(page.Items("data"));
        }

        return HandlerResult.OfWhole(entries);
    }
}
