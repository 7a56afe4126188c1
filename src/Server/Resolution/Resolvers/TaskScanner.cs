using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Reads tasks page by page, most recently updated first; ClickUp has no search by name.</summary>
internal sealed class TaskScanner(IClickUpClient client, int maxPages)
{
    // What ClickUp documents and sends; a shorter page is the last one.
    private const int PageSize = 100;

    private const string Newest = "updated";

    /// <summary>What of a task may be shown; null for all.</summary>
    public Func<JsonElement, JsonElement>? Shown { get; init; }

    // Who may show a task only in part looks at all of it.
    private WantedMembers? Wanted =>
        Shown is null
            ? WantedMembers.Of("tasks", ["id", "name", "status.status", "list.name", "folder.name", "folder.hidden"])
            : null;

    /// <summary>Reads the tasks that a request without a page lists.</summary>
    public async Task<TaskScan> ScanAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        List<TaskInfo> tasks = [];
        request = request with { Wanted = Wanted };
        for (int page = 0; page < maxPages; page++)
        {
            ClickUpRequest paged = request.WithQuery("page", page.ToString(CultureInfo.InvariantCulture));
            using JsonDocument response = JsonLenient.Parse(await client.SendAsync(paged, cancellationToken));
            int before = tasks.Count;
            tasks.AddRange(response.RootElement.Items("tasks").Select(ReadTask).OfType<TaskInfo>());
            if (response.RootElement.IsTrue("last_page") || tasks.Count - before < PageSize)
            {
                return new TaskScan(tasks, IsComplete: true);
            }
        }

        return new TaskScan(tasks, IsComplete: false);
    }

    /// <summary>The request for the tasks of a place.</summary>
    /// <param name="place">A list, a folder, a space or the workspace.</param>
    /// <param name="workspace">The workspace of a folder or space; null for the others.</param>
    public static ClickUpRequest RequestFor(EntityId place, WorkspaceId? workspace) =>
        place.Kind switch
        {
            EntityKind.List => ClickUpOperations.ReadListPage(
                ListId.Of(place),
                includeClosed: true,
                subtasks: true,
                includeTiml: true,
                orderBy: Newest
            ),
            EntityKind.Folder => OfWorkspace(workspace!.Value, folders: [FolderId.Of(place)]),
            EntityKind.Space => OfWorkspace(workspace!.Value, spaces: [SpaceId.Of(place)]),
            _ => OfWorkspace(WorkspaceId.Of(place)),
        };

    private static ClickUpRequest OfWorkspace(
        WorkspaceId workspace,
        IReadOnlyList<FolderId>? folders = null,
        IReadOnlyList<SpaceId>? spaces = null
    ) =>
        ClickUpOperations.ReadTasksPage(
            workspace,
            folders: folders,
            spaces: spaces,
            includeClosed: true,
            subtasks: true,
            orderBy: Newest
        );

    private TaskInfo? ReadTask(JsonElement task)
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
            new[] { folderName, listName }.OfType<string>().ToList(),
            Shown?.Invoke(task).Text("name")
        );
    }
}
