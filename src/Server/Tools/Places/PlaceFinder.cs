using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Places;

/// <summary>Finds the places that things are in, from the innermost out, by asking ClickUp.</summary>
/// <param name="client">Sends the reads.</param>
/// <param name="parts">What cannot be asked for.</param>
/// <param name="directory">The workspaces and their spaces.</param>
/// <param name="time">The clock.</param>
internal sealed class PlaceFinder(
    IClickUpClient client,
    ShownParts parts,
    Func<WorkspaceDirectory> directory,
    TimeProvider time
)
{
    // Long enough for the requests of one call; what others move meanwhile is seen soon.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private const int MostRemembered = 10_000;
    private const int MostSteps = 12;

    private readonly ConcurrentDictionary<(RequestedThing, string?), (Place Parent, long Read)> _parents = new();

    /// <summary>The places around a thing, from the innermost out, as far as they are asked for.</summary>
    /// <param name="thing">The thing; a place is its own innermost.</param>
    /// <param name="request">What it is named by.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    /// <exception cref="ClickUpApiException">There is no such thing, or it cannot be read.</exception>
    public async IAsyncEnumerable<Place> AroundAsync(
        RequestedThing thing,
        ClickUpRequest request,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Place? place = new Place(thing);
        for (int step = 0; place is { } current && step < MostSteps; step++)
        {
            if (WritePlace.Nouns.Contains(current.Thing.Noun))
            {
                yield return current;
            }

            place = await ParentOfAsync(current.Thing, request, cancellationToken);
        }
    }

    private async ValueTask<Place?> ParentOfAsync(
        RequestedThing thing,
        ClickUpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (thing.Noun == "workspace")
        {
            return null;
        }

        string? custom = thing.Noun == "task" ? CustomIdWorkspaceOf(request) : null;
        if (_parents.TryGetValue((thing, custom), out var known) && time.GetElapsedTime(known.Read) < Lifetime)
        {
            return known.Parent;
        }

        Place? parent = thing.Noun switch
        {
            "task" => await HomeOfAsync(thing, custom, request.Call, cancellationToken),
            "space" => await WorkspaceOfAsync(thing, request.Call, cancellationToken),
            "time_entry" or "timer" => await TrackedAsync(thing, request, cancellationToken),
            "checklist" or "comment" => parts.OwnerOf(thing) is { } owner ? new Place(owner) : null,
            _ => ThingReads.Of(new RequestedThing(thing.Noun, Uri.EscapeDataString(thing.Id))) is { } read
                ? ParentIn(await ReadAsync(read, request.Call, cancellationToken), thing.Noun)
                : null,
        };
        if (parent is { } found)
        {
            if (_parents.Count >= MostRemembered)
            {
                _parents.Clear();
            }

            _parents[(thing, custom)] = (found, time.GetTimestamp());
        }

        return parent;
    }

    private static Place? ParentIn(JsonElement read, string noun) =>
        noun switch
        {
            "list" => (read.Member("folder").IsTrue("hidden") ? null : Named("folder", read.Member("folder")))
                ?? Named("space", read.Member("space")),
            "folder" => Above(read.Member("parent_folder")) ?? Named("space", read.Member("space")),
            "goal" => Bare("workspace", read.Member("goal").Text("team_id")),
            "view" => read.Member("view").Member("parent") is var parent
                ? Bare(
                    parent.Text("type") switch
                    {
                        "4" => "space",
                        "5" => "folder",
                        "6" => "list",
                        "7" => "workspace",
                        _ => string.Empty,
                    },
                    parent.Text("id")
                )
                : null,
            _ => null,
        };

    // A custom id is one only in the workspace that the request names; ids in its body may be of either kind.
    private async ValueTask<Place?> HomeOfAsync(
        RequestedThing task,
        string? custom,
        IUpstreamCall? call,
        CancellationToken cancellationToken
    )
    {
        foreach (string? workspace in custom is null ? (string?[])[null] : [custom, null])
        {
            TaskId id = TaskId.Of(new EntityId(EntityKind.Task, task.Id, workspace));
            try
            {
                JsonElement read = await ReadAsync(
                    ClickUpOperations.ReadTask(id, subtasks: false, includeMarkdownDescription: false),
                    call,
                    cancellationToken
                );
                return Named("list", read.Member("list"));
            }
            catch (ClickUpApiException missing)
                when (workspace is not null && missing.Kind == ApiErrorKind.NotFoundOrNoAccess)
            {
                // Then it is a plain one.
            }
        }

        return null;
    }

    private async ValueTask<Place?> TrackedAsync(
        RequestedThing entry,
        ClickUpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.Path.Split('/') is not ["", "api", "v2", "team", var segment, ..])
        {
            return null;
        }

        WorkspaceId workspace = new(Uri.UnescapeDataString(segment));
        JsonElement read = await ReadAsync(
            entry.Noun == "timer"
                ? ClickUpOperations.GetCurrentTimeEntry(workspace)
                : ClickUpOperations.GetTimeEntry(entry.Id, workspace),
            request.Call,
            cancellationToken
        );
        JsonElement data = read.Member("data");
        return Bare("task", data.Member("task").Text("id")) ?? Bare("workspace", workspace.Value);
    }

    private async ValueTask<Place?> WorkspaceOfAsync(
        RequestedThing space,
        IUpstreamCall? call,
        CancellationToken cancellationToken
    )
    {
        WorkspaceDirectory own = call is null ? directory() : directory().For(call);
        foreach (WorkspaceInfo workspace in await own.GetWorkspacesAsync(afterMiss: false, cancellationToken))
        {
            foreach (bool archived in (bool[])[false, true])
            {
                JsonElement read = await ReadAsync(
                    ClickUpOperations.ListSpaces(new WorkspaceId(workspace.Id), archived),
                    call,
                    cancellationToken
                );
                if (read.Items("spaces").Any(item => item.Text("id") == space.Id))
                {
                    return new Place(new RequestedThing("workspace", workspace.Id), workspace.Name);
                }
            }
        }

        return null;
    }

    private async ValueTask<JsonElement> ReadAsync(
        ClickUpRequest read,
        IUpstreamCall? call,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument document = JsonLenient.Parse(
            await client.SendAsync(read with { Call = call }, cancellationToken)
        );
        return document.RootElement.Clone();
    }

    private static string? CustomIdWorkspaceOf(ClickUpRequest request)
    {
        string[] query = request.Query.Split('&');
        return query.Contains("custom_task_ids=true")
            ? query
                .Where(static part => part.StartsWith("team_id=", StringComparison.Ordinal))
                .Select(static part => Uri.UnescapeDataString(part["team_id=".Length..]))
                .FirstOrDefault()
            : null;
    }

    private static Place? Above(JsonElement folder) => Named("folder", folder) ?? Bare("folder", folder.Text());

    private static Place? Named(string noun, JsonElement thing) =>
        thing.Text("id") is { } id ? new Place(new RequestedThing(noun, id), thing.Text("name")) : null;

    private static Place? Bare(string noun, string? id) =>
        noun.Length > 0 && id is not null ? new Place(new RequestedThing(noun, id)) : null;
}
