namespace ClickUpMcp.Api;

/// <summary>Names what a request's path addresses, for error texts.</summary>
internal static class AddressedThing
{
    /// <summary>The noun of the last resource in the path that carries an id, such as "task" for <c>/api/v2/task/86a/comment</c>.</summary>
    public static string Of(string path)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = segments.Length - 2; i >= 0; i--)
        {
            if (NounOf(segments[i]) is { } noun && NounOf(segments[i + 1]) is null)
            {
                return noun;
            }
        }

        return "item";
    }

    private static string? NounOf(string segment) =>
        segment switch
        {
            "team" or "workspaces" => "workspace",
            "space" => "space",
            "folder" => "folder",
            "list" or "home_list" => "list",
            "task" or "tasks" => "task",
            "comment" or "comments" => "comment",
            "checklist" => "checklist",
            "checklist_item" => "checklist item",
            "field" => "custom field",
            "tag" => "tag",
            "time_entries" => "time entry",
            "view" => "view",
            "goal" => "goal",
            "key_result" => "target",
            "group" => "user group",
            "guest" => "guest",
            "user" => "user",
            "webhook" => "webhook",
            "docs" => "doc",
            "pages" => "page",
            "channels" => "chat channel",
            "messages" => "chat message",
            _ => null,
        };
}
