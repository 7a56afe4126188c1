using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Reads tasks page by page, most recently updated first; ClickUp has no search by name.</summary>
internal sealed class TaskScanner(IClickUpClient client, int maxPages)
{
    // What ClickUp documents and sends; a shorter page is the last one.
    private const int PageSize = 100;

    /// <summary>Reads the tasks of a list, or of a workspace narrowed to a folder or space.</summary>
    /// <param name="workspaceId">The workspace; unused when <paramref name="place"/> is a list.</param>
    /// <param name="place">A resolved list, folder or space; null for the whole workspace.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public async Task<TaskScan> ScanAsync(
        string workspaceId,
        EntityReference? place,
        CancellationToken cancellationToken
    )
    {
        List<TaskInfo> tasks = [];
        for (int page = 0; page < maxPages; page++)
        {
            ClickUpRequest request = BuildRequest(workspaceId, place, page);
            using JsonDocument answer = JsonLenient.Parse(await client.SendAsync(request, cancellationToken));
            int before = tasks.Count;
            tasks.AddRange(answer.RootElement.Items("tasks").Select(ReadTask).OfType<TaskInfo>());
            if (answer.RootElement.IsTrue("last_page") || tasks.Count - before < PageSize)
            {
                return new TaskScan(tasks, IsComplete: true);
            }
        }

        return new TaskScan(tasks, IsComplete: false);
    }

    private static ClickUpRequest BuildRequest(string workspaceId, EntityReference? place, int page)
    {
        ClickUpRequestBuilder request;
        if (place is { Kind: EntityKind.List })
        {
            request = new ClickUpRequestBuilder("GetTasks", ClickUpMethod.Get)
                .Path("/api/v2/list/")
                .Segment(place)
                .Path("/task")
                .Query("include_timl", true);
        }
        else
        {
            request = new ClickUpRequestBuilder("GetFilteredTeamTasks", ClickUpMethod.Get)
                .Path("/api/v2/team/")
                .Segment(workspaceId)
                .Path("/task");
            if (place is not null)
            {
                request.Query(place.Kind == EntityKind.Folder ? "project_ids[]" : "space_ids[]", place);
            }
        }

        return request
            .Query("page", page)
            .Query("order_by", "updated")
            .Query("include_closed", true)
            .Query("subtasks", true)
            .Build();
    }

    private static TaskInfo? ReadTask(JsonElement task)
    {
        if (task.Text("id") is not { } id)
        {
            return null;
        }

        JsonElement folder = task.Member("folder");
        string? folderName = folder.IsTrue("hidden") ? null : folder.Text("name");
        string? listName = task.Member("list").Text("name");
        return new TaskInfo(
            id,
            task.Text("name") ?? string.Empty,
            task.Member("status").Text("status") ?? string.Empty,
            listName ?? string.Empty,
            new[] { folderName, listName }.OfType<string>().ToList()
        );
    }
}
