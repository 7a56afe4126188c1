using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>The ids in responses about allowed workspaces: of things that ClickUp tells nobody the workspace of.</summary>
internal sealed class ShownIds
{
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, bool> _comments = new();
    private readonly ConcurrentDictionary<string, bool> _others = new();

    /// <summary>Takes the ids of a response.</summary>
    public void Add(ClickUpRequest request, ClickUpResponse response)
    {
        bool isComments =
            request.Path.Contains("/comment", StringComparison.Ordinal)
            || request.Path.EndsWith("/reply", StringComparison.Ordinal);
        using JsonDocument document = JsonLenient.Parse(response);
        Add(document.RootElement, isComments);
    }

    /// <summary>Whether a thing that cannot be looked up was shown.</summary>
    public bool Has(RequestedThing thing) =>
        thing.Noun switch
        {
            "comment" => _comments.ContainsKey(thing.Id),
            "checklist" or "checklist_item" or "key_result" or "webhook" or "group" => _others.ContainsKey(thing.Id),
            _ => false,
        };

    private void Add(JsonElement element, bool isComments)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Add(item, isComments);
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Name == "id" && member.Value.Text() is { } id)
            {
                Remember(id, isComments);
            }
            else if (member.Name is not ("user" or "assignee" or "assigned_by"))
            {
                Add(member.Value, isComments);
            }
        }
    }

    // Comments have numbers, which other things have too; all others of these have UUIDs, which nothing else has.
    private void Remember(string id, bool isComments)
    {
        ConcurrentDictionary<string, bool> ids = isComments ? _comments : _others;
        if (!isComments && !Guid.TryParse(id, out _))
        {
            return;
        }

        if (ids.Count >= MostRemembered)
        {
            ids.Clear();
        }

        ids[id] = true;
    }
}
