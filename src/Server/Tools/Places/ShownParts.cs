using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Places;

/// <summary>What comments and checklists hang on, of those that were shown: ClickUp tells it of none by its id.</summary>
internal sealed class ShownParts
{
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<RequestedThing, RequestedThing> _owners = new();

    /// <summary>What a part hangs on; null for one that was not shown.</summary>
    public RequestedThing? OwnerOf(RequestedThing part) =>
        _owners.TryGetValue(part, out RequestedThing owner) ? owner : null;

    /// <summary>Takes the parts of a response.</summary>
    public void Add(ClickUpRequest request, ClickUpResponse response)
    {
        if (response.IsEmpty || request.Path.Split('/') is not ["", "api", "v2", var noun, var segment, .. var rest])
        {
            return;
        }

        RequestedThing thing = new(noun, Uri.UnescapeDataString(segment));
        using JsonDocument document = JsonLenient.Parse(response);
        JsonElement root = document.RootElement;
        switch (noun, rest)
        {
            case ("task" or "list" or "view", ["comment"]):
                AddComments(root, thing);
                break;
            case ("comment", ["reply"]) when OwnerOf(thing) is { } owner:
                AddComments(root, owner);
                break;
            case ("task", ["checklist"]):
                Add("checklist", root.Member("checklist"), thing);
                break;
            case ("task", []):
                AddTask(root);
                break;
            default:
                foreach (JsonElement task in root.Items("tasks"))
                {
                    AddTask(task);
                }

                break;
        }
    }

    private void AddComments(JsonElement root, RequestedThing owner)
    {
        Add("comment", root, owner);
        foreach (JsonElement comment in root.Items("comments"))
        {
            Add("comment", comment, owner);
        }
    }

    private void AddTask(JsonElement task)
    {
        if (task.Text("id") is not { } id)
        {
            return;
        }

        foreach (JsonElement checklist in task.Items("checklists"))
        {
            Add("checklist", checklist, new RequestedThing("task", id));
        }

        foreach (JsonElement subtask in task.Items("subtasks"))
        {
            AddTask(subtask);
        }
    }

    private void Add(string noun, JsonElement part, RequestedThing owner)
    {
        if (part.Text("id") is not { } id)
        {
            return;
        }

        if (_owners.Count >= MostRemembered)
        {
            _owners.Clear();
        }

        _owners[new RequestedThing(noun, id)] = owner;
    }
}
