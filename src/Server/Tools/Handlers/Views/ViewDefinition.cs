using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Writes what a view shows in ClickUp's own terms, and completes a definition that a caller gave in part.</summary>
/// <remarks>ClickUp takes a definition as a whole, so a part that an update left out would be emptied.</remarks>
internal static class ViewDefinition
{
    private static readonly string[] Own = ["name", "type", "parent"];

    // Every part with what is in it when nobody said.
    private static readonly (string Name, JsonElement Usual)[] Parts =
    [
        ("grouping", JsonElement.Parse("""{"field":"none","dir":1,"collapsed":[],"ignore":false}""")),
        ("divide", JsonElement.Parse("""{"field":null,"dir":null,"collapsed":[]}""")),
        ("sorting", JsonElement.Parse("""{"fields":[]}""")),
        ("filters", JsonElement.Parse("""{"op":"AND","fields":[],"search":"","show_closed":false}""")),
        ("columns", JsonElement.Parse("""{"fields":[]}""")),
        ("team_sidebar", JsonElement.Parse("""{"assignees":[],"assigned_comments":false,"unassigned_tasks":false}""")),
        (
            "settings",
            JsonElement.Parse(
                """{"show_task_locations":false,"show_subtasks":3,"show_subtask_parent_names":false,"show_closed_subtasks":false,"show_assignees":true,"show_images":true,"collapse_empty_columns":null,"me_comments":true,"me_subtasks":true,"me_checklists":true}"""
            )
        ),
    ];

    /// <summary>The direction as ClickUp writes it; null where nobody said.</summary>
    public static long? Direction(bool? isDescending) => isDescending is { } down ? DirectionOf(down) : null;

    /// <summary>Fields to sort by; a minus in front means descending.</summary>
    public static JsonElement? Sort(IReadOnlyList<string>? sort) =>
        Fields(
            sort,
            static (json, field) =>
            {
                bool isDescending = field.StartsWith('-');
                json.WriteString("field", isDescending ? field[1..] : field);
                json.WriteNumber("dir", DirectionOf(isDescending));
            }
        );

    /// <summary>Fields that are columns.</summary>
    public static JsonElement? Columns(IReadOnlyList<string>? columns) =>
        Fields(columns, static (json, column) => json.WriteString("field", column));

    /// <summary>Conditions that a task must fulfil to be shown.</summary>
    public static JsonElement? Filters(IEnumerable<ViewCondition>? filters) =>
        Fields(
            filters,
            static (json, filter) =>
            {
                json.WriteString("field", filter.Field);
                json.WriteString("op", filter.Op);
                json.WriteStartArray("values");
                foreach (string value in filter.Values)
                {
                    // People and priorities are numbers to ClickUp.
                    if (!filter.IsOfTexts && long.TryParse(value, NumberStyles.AllowLeadingSign, null, out long number))
                    {
                        json.WriteNumberValue(number);
                    }
                    else
                    {
                        json.WriteStringValue(value);
                    }
                }

                json.WriteEndArray();
            }
        );

    /// <summary>The request with whole parts: those that it has for a new view, all for one that is there.</summary>
    /// <param name="request">What the caller said, and no more.</param>
    /// <param name="current">The view as ClickUp shows it; undefined for a new one.</param>
    public static ClickUpRequest Complete(ClickUpRequest request, JsonElement current = default)
    {
        using JsonDocument document = JsonDocument.Parse(request.Body);
        JsonElement given = document.RootElement;
        return request with { Body = Encoding.UTF8.GetBytes(RawJson.Write(json => Write(json, given, current))) };
    }

    private static void Write(Utf8JsonWriter json, JsonElement given, JsonElement current)
    {
        json.WriteStartObject();
        foreach (string name in Own)
        {
            JsonElement value = given.Member(name);
            WriteIfAny(json, name, value.ValueKind == JsonValueKind.Undefined ? current.Member(name) : value);
        }

        foreach ((string name, JsonElement usual) in Parts)
        {
            JsonElement changed = given.Member(name);
            JsonElement before = current.Member(name);
            if (changed.ValueKind == JsonValueKind.Object || current.ValueKind == JsonValueKind.Object)
            {
                json.WritePropertyName(name);
                WritePart(json, before.ValueKind == JsonValueKind.Object ? before : usual, changed);
            }
        }

        foreach (JsonProperty member in given.EnumerateObject())
        {
            string name = JsonText.Name(member);
            if (!Own.Contains(name) && !Array.Exists(Parts, part => part.Name == name))
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, JsonElement before, JsonElement changed)
    {
        json.WriteStartObject();
        foreach (JsonProperty member in before.EnumerateObject())
        {
            if (changed.Member(JsonText.Name(member)).ValueKind == JsonValueKind.Undefined)
            {
                member.WriteTo(json);
            }
        }

        if (changed.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in changed.EnumerateObject())
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    private static JsonElement? Fields<T>(IEnumerable<T>? items, Action<Utf8JsonWriter, T> writeMembers) =>
        items is null
            ? null
            : BuiltJson.Of(json =>
            {
                json.WriteStartArray();
                foreach ((int index, T item) in items.Index())
                {
                    json.WriteStartObject();
                    writeMembers(json, item);
                    json.WriteNumber("idx", index);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });

    private static int DirectionOf(bool isDescending) => isDescending ? -1 : 1;
}
