using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Support;

/// <summary>Where ClickUp's documents contradict themselves or what clients have seen, so that holding to them would be wrong.</summary>
internal static class DocumentFaults
{
    public static void Repair(JsonObject paths)
    {
        // Clients read objects with id and name, as the document has them for the templates of lists and folders.
        Response(paths, "/api/v2/team/{team_id}/taskTemplate", "get")["properties"]!["templates"]!["items"] =
            new JsonObject { ["type"] = "object" };
        // A change sends what changes, as everywhere else in this API.
        Body(paths, "/api/v2/group/{group_id}", "put")["properties"]!["members"]!.AsObject().Remove("required");
        Body(paths, "/api/v2/team/{team_id}/user/{user_id}", "put").Remove("required");
        // The text beside the enum says that null takes the access away.
        var entries = Body(paths, "/api/v3/workspaces/{workspace_id}/{object_type}/{object_id}/acls", "patch");
        var level = Find(entries, "permission_level")!;
        level.Remove("type");
        level["enum"]!.AsArray().Add((JsonNode?)null);
        // A response without a body has no media type, but the document gives it one, without a schema.
        foreach (var response in paths.SelectMany(path => path.Value!.AsObject()).SelectMany(Responses))
        {
            if (response["content"]?["application/json"] is JsonObject { Count: 0 })
            {
                response.Remove("content");
            }
        }
    }

    private static IEnumerable<JsonObject> Responses(KeyValuePair<string, JsonNode?> operation) =>
        operation.Value is JsonObject body && body["responses"] is JsonObject responses
            ? responses.Select(reply => reply.Value!.AsObject())
            : [];

    private static JsonObject Body(JsonObject paths, string path, string method) =>
        Target(paths, paths[path]![method]!["requestBody"]!["content"]!["application/json"]!["schema"]!);

    private static JsonObject Response(JsonObject paths, string path, string method) =>
        Target(paths, paths[path]![method]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);

    /// <summary>The first member of this name, however deep.</summary>
    private static JsonObject? Find(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject it:
                var target = Target(it.Root["paths"]!.AsObject(), it);
                return target[name] as JsonObject
                    ?? target.Select(member => Find(member.Value, name)).FirstOrDefault(found => found is not null);
            case JsonArray items:
                return items.Select(item => Find(item, name)).FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }

    private static JsonObject Target(JsonObject paths, JsonNode schema)
    {
        while (schema["$ref"] is { } reference)
        {
            schema = reference
                .GetValue<string>()
                .Split('/')
                .Skip(1)
                .Aggregate(paths.Root, (at, step) => at[step.Replace("~1", "/").Replace("~0", "~")]!);
        }

        return schema.AsObject();
    }
}
