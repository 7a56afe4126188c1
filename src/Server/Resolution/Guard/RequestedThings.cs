using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>All that a request names by ids: in its path, its query and its body.</summary>
internal sealed class RequestedThings
{
    private const string Task = "task";

    private readonly List<string> _workspaces = [];
    private readonly List<RequestedThing> _things = [];

    private RequestedThings() { }

    /// <summary>The ids of the workspaces.</summary>
    public IReadOnlyList<string> Workspaces => _workspaces;

    /// <summary>What belongs to a workspace that the request does not name itself.</summary>
    public IReadOnlyList<RequestedThing> Things => _things;

    /// <summary>Whether it cannot be told which workspace it is about.</summary>
    public bool IsUnknown { get; private init; }

    public static RequestedThings Of(ClickUpRequest request)
    {
        string[] path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        RequestedThings things = new()
        {
            IsUnknown =
                path is not ["api", _, "user" or "team" or "workspaces" or "group", ..]
                && !(path is ["api", _, var noun, _, ..] && NounOf(noun) is not null),
        };
        things.AddPath(path, hasCustomIds: request.Query.Contains("custom_task_ids=true", StringComparison.Ordinal));
        things.AddQuery(request.Query);
        if (request.ContentType is null && !request.Body.IsEmpty)
        {
            using JsonDocument body = JsonDocument.Parse(request.Body);
            things.AddBody(body.RootElement);
        }

        return things;
    }

    /// <param name="path">The segments.</param>
    /// <param name="hasCustomIds">Whether the task is named by what is an id only in the workspace of the query.</param>
    private void AddPath(string[] path, bool hasCustomIds)
    {
        bool inWorkspace = false;
        for (int i = 2; i + 1 < path.Length; i++)
        {
            (string segment, string id) = (path[i], path[i + 1]);
            if (segment is "team" or "workspaces")
            {
                _workspaces.Add(id);
                inWorkspace = true;
                i++;
            }
            else if (NounOf(segment) is { } noun && id != "bulk_time_in_status")
            {
                // Within a workspace's path, ClickUp finds only what is there; tasks and lists are looked up all the same.
                if (!(inWorkspace && noun is not (Task or "list")) && !(hasCustomIds && noun == Task && i == 2))
                {
                    _things.Add(new RequestedThing(noun, id));
                }

                i++;
            }
        }
    }

    private void AddQuery(string query)
    {
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : Uri.UnescapeDataString(part[..equals]).TrimEnd('[', ']');
            string value = equals < 0 ? string.Empty : part[(equals + 1)..];
            if (name is "team_id" or "workspace_id")
            {
                _workspaces.Add(value);
            }
            else if (NounOfMember(name) is { } noun && value.Length > 0)
            {
                _things.Add(new RequestedThing(noun, value));
            }
        }
    }

    private void AddBody(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                AddBody(item);
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Name is "team_id" or "workspace_id" && member.Value.Text() is { } workspace)
            {
                _workspaces.Add(workspace);
            }
            else if (NounOfMember(member.Name) is { } noun)
            {
                AddIds(noun, member.Value);
            }
            else
            {
                AddBody(member.Value);
            }
        }
    }

    private void AddIds(string noun, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                AddIds(noun, item);
            }
        }
        else if (value.Text() is { } id)
        {
            _things.Add(new RequestedThing(noun, Uri.EscapeDataString(id)));
        }
        else
        {
            AddBody(value);
        }
    }

    private static string? NounOf(string segment) =>
        segment switch
        {
            "task" or "tasks" or "link" => Task,
            "list" or "home_list" => "list",
            "space" or "folder" or "view" or "goal" or "key_result" or "comment" => segment,
            "checklist" or "checklist_item" or "webhook" or "group" => segment,
            _ => null,
        };

    private static string? NounOfMember(string name) =>
        name switch
        {
            "parent" or "depends_on" or "dependency_of" or "tid" or "task_id" or "task_ids" or "source_task_ids" =>
                Task,
            "list_id" or "list_ids" => "list",
            "folder_id" or "folder_ids" or "project_ids" => "folder",
            "space_id" or "space_ids" => "space",
            _ => null,
        };
}
