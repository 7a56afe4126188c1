using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Finds out whether things are inside some workspaces, by asking ClickUp where they are.</summary>
internal sealed class ThingHomes(IClickUpClient client, IReadOnlyList<string> workspaces)
{
    private const int MostRemembered = 10_000;
    private const int MostSteps = 4;

    private readonly ConcurrentDictionary<RequestedThing, bool> _inside = new();

    /// <summary>Whether a thing is known to be inside; false too for what cannot be looked up.</summary>
    public ValueTask<bool> AreInsideAsync(
        RequestedThing thing,
        IUpstreamCall? call,
        CancellationToken cancellationToken
    ) => AreInsideAsync(thing, call, 0, cancellationToken);

    private async ValueTask<bool> AreInsideAsync(
        RequestedThing thing,
        IUpstreamCall? call,
        int steps,
        CancellationToken cancellationToken
    )
    {
        if (_inside.ContainsKey(thing))
        {
            return true;
        }

        bool isInside =
            steps < MostSteps
            && (
                thing.Noun == "space"
                    ? await HasSpaceAsync(thing.Id, call, cancellationToken)
                    : await IsThereAsync(thing, call, steps, cancellationToken)
            );
        if (isInside)
        {
            Remember(thing);
        }

        return isInside;
    }

    private async ValueTask<bool> IsThereAsync(
        RequestedThing thing,
        IUpstreamCall? call,
        int steps,
        CancellationToken cancellationToken
    )
    {
        if (ThingReads.Of(thing) is not { } request)
        {
            return false;
        }

        JsonDocument document;
        try
        {
            document = JsonLenient.Parse(await client.SendAsync(request with { Call = call }, cancellationToken));
        }
        catch (ClickUpApiException refusal) when (refusal.Kind == ApiErrorKind.NotFoundOrNoAccess)
        {
            return false;
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            return thing.Noun switch
            {
                "task" => Has(root.Text("team_id")),
                "goal" => Has(root.Member("goal").Text("team_id")),
                "view" => await HasParentAsync(root.Member("view").Member("parent"), call, steps, cancellationToken),
                _ => root.Member("space").Text("id") is { } space
                    && await AreInsideAsync(new RequestedThing("space", space), call, steps + 1, cancellationToken),
            };
        }
    }

    private async ValueTask<bool> HasParentAsync(
        JsonElement parent,
        IUpstreamCall? call,
        int steps,
        CancellationToken cancellationToken
    )
    {
        string? id = parent.Text("id");
        string? noun = parent.Text("type") switch
        {
            "4" => "space",
            "5" => "folder",
            "6" => "list",
            "7" => "team",
            _ => null,
        };
        return id is not null
            && noun is not null
            && (
                noun == "team"
                    ? Has(id)
                    : await AreInsideAsync(new RequestedThing(noun, id), call, steps + 1, cancellationToken)
            );
    }

    private async ValueTask<bool> HasSpaceAsync(string space, IUpstreamCall? call, CancellationToken cancellationToken)
    {
        foreach (string workspace in workspaces)
        {
            foreach (bool archived in (bool[])[false, true])
            {
                ClickUpRequest request = ClickUpOperations.ListSpaces(new WorkspaceId(workspace), archived) with
                {
                    Call = call,
                };
                using JsonDocument response = JsonLenient.Parse(await client.SendAsync(request, cancellationToken));
                foreach (JsonElement item in response.RootElement.Items("spaces"))
                {
                    Remember(new RequestedThing("space", item.Text("id") ?? string.Empty));
                }

                if (_inside.ContainsKey(new RequestedThing("space", space)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Has(string? workspace) => workspace is not null && workspaces.Contains(workspace);

    private void Remember(RequestedThing thing)
    {
        if (_inside.Count >= MostRemembered)
        {
            _inside.Clear();
        }

        _inside[thing] = true;
    }
}
