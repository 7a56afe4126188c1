using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Fields;

namespace ClickUpMcp.Sandbox.Views;

/// <summary>The parts of a view's definition and what they are when nobody said.</summary>
internal static class ViewParts
{
    public const string Filters = "filters";
    public const string Settings = "settings";

    private static readonly KeyValuePair<string, JsonElement>[] Defaults =
    [
        Part("grouping", """{"field":"none","dir":1,"collapsed":[],"ignore":false}"""),
        Part("divide", """{"field":null,"dir":null,"collapsed":[]}"""),
        Part("sorting", """{"fields":[]}"""),
        Part(Filters, """{"op":"AND","fields":[],"search":"","show_closed":false}"""),
        Part("columns", """{"fields":[]}"""),
        Part("team_sidebar", """{"assignees":[],"assigned_comments":false,"unassigned_tasks":false}"""),
        Part(
            Settings,
            """
            {"show_task_locations":false,"show_subtasks":3,"show_subtask_parent_names":false,
            "show_closed_subtasks":false,"show_assignees":true,"show_images":true,"collapse_empty_columns":null,
            "me_comments":true,"me_subtasks":true,"me_checklists":true}
            """
        ),
    ];

    /// <summary>All parts of a body; one that it does not name is as in a new view, so an update forgets it.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Read(RequestBody body)
    {
        var parts = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, usual) in Defaults)
        {
            parts.Add(name, body.Object(name) is { } given ? Complete(usual, given.Root) : usual);
        }

        return parts;
    }

    private static JsonElement Complete(JsonElement usual, JsonElement given)
    {
        var members = given.EnumerateObject().Concat(usual.EnumerateObject().Where(member => !Has(given, member.Name)));
        return StoredJson.Parse($"{{{string.Join(',', members.Select(static member => member.ToString()))}}}");
    }

    private static bool Has(JsonElement element, string name) => element.TryGetProperty(name, out _);

    private static KeyValuePair<string, JsonElement> Part(string name, string json) =>
        new(name, StoredJson.Parse(json));
}
