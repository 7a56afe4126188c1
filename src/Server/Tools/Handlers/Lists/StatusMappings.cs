using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Which status of a new list each status of the old one becomes.</summary>
internal static class StatusMappings
{
    /// <summary>The mappings in ClickUp's terms; null when both lists have the same statuses.</summary>
    /// <param name="from">The old list as ClickUp shows it.</param>
    /// <param name="to">The new one.</param>
    /// <param name="target">The new one's id.</param>
    public static JsonElement? Of(JsonElement from, JsonElement to, ListId target)
    {
        CopyPlace place = CopyPlace.InWorkspace(target, to, []);
        Dictionary<string, string> ids = [];
        foreach (JsonElement status in to.Items("statuses"))
        {
            ids.TryAdd(status.Text("status") ?? string.Empty, status.Text("id") ?? string.Empty);
        }

        (string? Source, string? Destination)[] pairs =
        [
            .. from.Items("statuses")
                .Select(status =>
                    (
                        status.Text("id"),
                        place.StatusFor(status) is { } name ? ids.GetValueOrDefault(name) : ids.Values.FirstOrDefault()
                    )
                )
                .Where(static pair => pair.Item1 is not null && pair.Item2 is not null && pair.Item1 != pair.Item2),
        ];
        return pairs.Length == 0 ? null : ToJson(pairs);
    }

    /// <summary>Pairs of ids in ClickUp's terms.</summary>
    public static JsonElement ToJson(IEnumerable<(string? Source, string? Destination)> pairs) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartArray();
            foreach ((string? source, string? destination) in pairs)
            {
                writer.WriteStartObject();
                writer.WriteString("source_status_id", source);
                writer.WriteString("destination_status_id", destination);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
