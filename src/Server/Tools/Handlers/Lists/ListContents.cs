using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>All tasks of a list, closed and archived ones included.</summary>
/// <param name="Home">The tasks at home in it.</param>
/// <param name="Own">The tasks at home in it that are below no other.</param>
/// <param name="Visitors">Tasks that are in it besides their own home.</param>
internal sealed record ListContents(
    IReadOnlyList<JsonElement> Home,
    IReadOnlyList<JsonElement> Own,
    IReadOnlyList<JsonElement> Visitors
)
{
    private const int PageSize = 100;
    private const int MostTasks = ArgumentLimits.BulkItems;

    /// <summary>How many subtasks are at home in it.</summary>
    public int Subtasks => Home.Count - Own.Count;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Home.Count == 0;

    /// <summary>Reads them, a request for each 100 open or closed tasks, and for each 100 archived ones.</summary>
    /// <exception cref="ActionableException">There are more than one call moves or copies.</exception>
    public static async ValueTask<ListContents> ReadAsync(
        ListId list,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<JsonElement> all = [];
        foreach (bool archived in (bool[])[false, true])
        {
            for (int page = 0; ; page++)
            {
                JsonElement shown = await context.SendAsync(
                    ClickUpOperations.ReadListPage(
                        list,
                        page: page,
                        includeClosed: true,
                        subtasks: true,
                        includeTiml: true,
                        archived: archived ? true : null
                    ),
                    cancellationToken
                );
                JsonElement[] tasks = [.. shown.Items("tasks")];
                all.AddRange(tasks);
                if (all.Count > MostTasks)
                {
                    throw TooMany();
                }

                if (tasks.Length < PageSize || shown.IsTrue("last_page"))
                {
                    break;
                }
            }
        }

        JsonElement[] home =
        [
            .. all.DistinctBy(static task => task.Text("id")).Where(t => TaskReading.IsHome(t, list)),
        ];
        HashSet<string?> ids = [.. home.Select(static task => task.Text("id"))];
        JsonElement[] own = [.. home.Where(task => task.Text("parent") is not { } parent || !ids.Contains(parent))];
        return new ListContents(
            home,
            own,
            [.. all.DistinctBy(static task => task.Text("id")).Where(task => !TaskReading.IsHome(task, list))]
        );
    }

    private static ActionableException TooMany() =>
        new(
            $"The list has more than {MostTasks} tasks, which is the most of one call.",
            "Each is a request of its own. Nothing was done.",
            "Make the new list with create_list, and move or copy the tasks to it in parts: move_task and duplicate_task take where."
        );
}
