using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A list or folder, with all lists and tasks in it, closed and archived ones included.</summary>
/// <param name="Shown">The list or folder as ClickUp shows it.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Lists">The lists with their tasks.</param>
internal sealed record PlaceContents(
    JsonElement Shown,
    bool IsFolder,
    IReadOnlyList<(JsonElement List, ListContents Tasks)> Lists
)
{
    /// <summary>What it is called.</summary>
    public string RawName => Shown.Text("name") ?? "?";

    /// <summary>What it is, to be quoted in a sentence.</summary>
    public string Name => $"{(IsFolder ? "folder" : "list")} {TaskReading.Name(Shown)}";

    /// <summary>How many tasks are at home in it.</summary>
    public int Count => Lists.Sum(static list => list.Tasks.Home.Count);

    /// <summary>The names of folders in the folder.</summary>
    public IReadOnlyList<string> Folders { get; private init; } = [];

    /// <summary>What tells whether anything of it was changed: its lists, and its tasks with the moment of their last change.</summary>
    public IEnumerable<string> State =>
        Lists
            .SelectMany(static list =>
                list.Tasks.Home.Select(static task => $"{task.Text("id")} {task.Text("date_updated")}")
                    .Prepend(list.List.Text("id") ?? string.Empty)
            )
            .Order(StringComparer.Ordinal);

    public static async ValueTask<PlaceContents> ReadAsync(
        PlaceOrder order,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (order.List is { } list)
        {
            JsonElement shown = await context.SendAsync(ClickUpOperations.GetList(list), cancellationToken);
            return new PlaceContents(shown, IsFolder: false, [(shown, await TasksAsync(list))]);
        }

        FolderId folder = order.Folder!.Value;
        JsonElement place = await context.SendAsync(
            ClickUpOperations.GetFolder(folder, includeSubfolders: true),
            cancellationToken
        );
        List<(JsonElement, ListContents)> lists = [];
        foreach (bool archived in (bool[])[false, true])
        {
            JsonElement page = await context.SendAsync(
                ClickUpOperations.ListListsForFolder(folder, archived),
                cancellationToken
            );
            foreach (JsonElement one in page.Items("lists"))
            {
                ListId id = new(one.Text("id") ?? string.Empty);
                // Beside others a list is not shown whole.
                lists.Add(
                    (await context.SendAsync(ClickUpOperations.GetList(id), cancellationToken), await TasksAsync(id))
                );
            }
        }

        return new PlaceContents(place, IsFolder: true, lists)
        {
            Folders = [.. place.Items("folders").Select(TaskReading.Name)],
        };

        ValueTask<ListContents> TasksAsync(ListId id) => ListContents.ReadAsync(id, context, cancellationToken);
    }
}
