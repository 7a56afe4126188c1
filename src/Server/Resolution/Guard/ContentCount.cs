using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Counts what is in a thing that a request removes, by reads.</summary>
/// <param name="client">Sends the reads.</param>
/// <param name="call">What they are sent for.</param>
internal sealed class ContentCount(IClickUpClient client, IUpstreamCall? call)
{
    private int _folders;
    private int _lists;
    private long _tasks;

    /// <summary>What goes with the thing, as <c>2 lists, 7 open tasks</c>; null when the request removes none that holds others.</summary>
    public async ValueTask<string?> OfAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (
            request.Method != ClickUpMethod.Delete
            || request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["api", _, var noun, var segment]
        )
        {
            return null;
        }

        string id = Uri.UnescapeDataString(segment);
        switch (noun)
        {
            case "space":
                foreach (bool archived in (bool[])[false, true])
                {
                    await AddSpaceAsync(new SpaceId(id), archived, cancellationToken);
                }

                return Words((_folders, "folder"), (_lists, "list"), (_tasks, "open task"));
            case "folder":
                foreach (bool archived in (bool[])[false, true])
                {
                    Add(
                        await ReadAsync(
                            ClickUpOperations.ListListsForFolder(new FolderId(id), archived),
                            cancellationToken
                        )
                    );
                }

                return Words((_lists, "list"), (_tasks, "open task"));
            case "list":
                JsonElement list = await ReadAsync(ClickUpOperations.GetList(new ListId(id)), cancellationToken);
                return Words((CountOf(list), "open task"));
            case "task":
                ClickUpRequest read = ClickUpOperations.ReadTask(
                    new TaskId(id),
                    subtasks: true,
                    includeMarkdownDescription: false
                );
                JsonElement task = await ReadAsync(
                    read with
                    {
                        Query = Joined(read.Query, request.Query),
                    },
                    cancellationToken
                );
                return Words((task.Items("subtasks").Count(), "subtask"));
            default:
                return null;
        }
    }

    private async ValueTask AddSpaceAsync(SpaceId space, bool archived, CancellationToken cancellationToken)
    {
        JsonElement folders = await ReadAsync(ClickUpOperations.ListFolders(space, archived), cancellationToken);
        foreach (JsonElement folder in folders.Items("folders"))
        {
            // Lists in no folder are in a hidden one, which people never see.
            _folders += folder.IsTrue("hidden") ? 0 : 1;
            if (!folder.IsTrue("hidden"))
            {
                Add(folder);
            }
        }

        Add(await ReadAsync(ClickUpOperations.ListLists(space, archived), cancellationToken));
    }

    private void Add(JsonElement parent)
    {
        foreach (JsonElement list in parent.Items("lists"))
        {
            _lists++;
            _tasks += CountOf(list);
        }
    }

    private async ValueTask<JsonElement> ReadAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        using JsonDocument response = JsonLenient.Parse(
            await client.SendAsync(request with { Call = call }, cancellationToken)
        );
        return response.RootElement.Clone();
    }

    private static long CountOf(JsonElement list) =>
        long.TryParse(list.Text("task_count"), CultureInfo.InvariantCulture, out long count) ? count : 0;

    // A custom id is one only beside the workspace that the request names.
    private static string Joined(string query, string other) =>
        string.Join('&', new[] { query, other }.Where(static part => part.Length > 0));

    private static string? Words(params ReadOnlySpan<(long Count, string Noun)> counts)
    {
        List<string> words = [];
        foreach ((long count, string noun) in counts)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}"));
        }

        return string.Join(", ", words);
    }
}
