using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists time entries; of several lists one after the other, since ClickUp takes one place at a time.</summary>
internal sealed class GetTimeEntriesHandler(ToolServices services) : IToolHandler<GetTimeEntriesArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetTimeEntriesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ReadTimeEntriesArguments filters = new()
        {
            Start = arguments.Start,
            End = arguments.End,
            Assignees =
                arguments.Everyone == true ? await EveryoneAsync(context, cancellationToken) : arguments.Assignees,
            Task = arguments.Task,
            Folder = arguments.Folder,
            Space = arguments.Space,
            Billable = arguments.Billable,
        };
        using ItemPage entries = new();
        foreach (EntityReference? list in arguments.Lists?.DistinctBy(static list => list.Id) ?? [null])
        {
            ClickUpRequest request = ClickUpOperations.ReadTimeEntries(filters with { List = list }, context);
            ClickUpResponse response = await services.Client.SendAsync(request, cancellationToken);
            entries.Items.AddRange(entries.Own(ResponseReader.Parse(response.Body)).Items("data"));
        }

        return await HandlerAnswer.PartAsync(
            "get_time_entries",
            entries.Items,
            GetTimeEntriesTool.Answer,
            arguments.Output,
            services,
            cancellationToken
        );
    }

    private async ValueTask<IReadOnlyList<EntityReference>> EveryoneAsync(
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<WorkspaceInfo> workspaces = await services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        return
        [
            .. workspaces
                .Where(workspace => workspace.Id == context.WorkspaceId)
                .SelectMany(static workspace => workspace.Members)
                .Select(static member => EntityReference.ForId(EntityKind.Member, member.Id)),
        ];
    }
}
