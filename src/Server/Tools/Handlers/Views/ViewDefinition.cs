using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Writes the definition of a view: what it was, with a caller's changes in it.</summary>
/// <remarks>ClickUp takes a definition as a whole, so a part that an update left out would be emptied.</remarks>
internal static class ViewDefinition
{
    // Every part with what is in it when nobody said.
    private static readonly (string Name, JsonElement Usual)[] Parts =
    [
        ("grouping", JsonElement.Parse("""{"field":"none","dir":1,"collapsed":[],"ignore":false}""")),
        ("divide", JsonElement.Parse("""{"field":null,"dir":null,"collapsed":[]}""")),
        ("sorting", JsonElement.Parse("""{"fields":[]}""")),
        ("filters", JsonElement.Parse("""{"op":"AND","fields":[],"search":"","show_closed":false}""")),
        ("columns", JsonElement.Parse("""{"fields":[]}""")),
        ("team_sidebar", JsonElement.Parse("""{"assignees":[],"assigned_comments":false,"unassigned_tasks":false}""")),
        ("settings", JsonElement.Parse("""{"show_subtasks":3,"show_assignees":true,"show_images":true}""")),
    ];

    /// <summary>The definition of a new view, with only the parts that the caller spoke of.</summary>
    public static JsonElement Create(ViewChanges changes) => Write(default, changes);

    /// <summary>The whole definition of a view after the changes.</summary>
    /// <param name="current">The view as ClickUp shows it.</param>
    /// <param name="changes">What to change.</param>
    public static JsonElement Update(JsonElement current, ViewChanges changes) => Write(current, changes);

    private static JsonElement Write(JsonElement current, ViewChanges changes)
    {
        bool isNew = current.ValueKind != JsonValueKind.Object;
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            Member(json, "name", current, changes.Name);
            Member(json, "type", current, changes.Type);
            Member(json, "parent", current, changed: null);
            foreach ((string name, JsonElement usual) in Parts)
            {
                (string Member, Action<Utf8JsonWriter> Write)[] changed = Changed(name, changes);
                JsonElement before = current.Member(name);
                if (!isNew || changed.Length > 0)
                {
                    Part(json, name, before.ValueKind == JsonValueKind.Object ? before : usual, changed);
                }
            }

            Member(json, "visibility", default, changes.Visibility);
            Member(json, "protected_note", default, changes.ProtectedNote);
            if (changes.Protected is { } isProtected)
            {
                json.WriteBoolean("protected", isProtected);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Member(Utf8JsonWriter json, string name, JsonElement current, string? changed)
    {
        JsonElement before = current.Member(name);
        if (changed is not null)
        {
            json.WriteString(name, changed);
        }
        else if (before.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName(name);
            before.WriteTo(json);
        }
    }

    private static void Part(
        Utf8JsonWriter json,
        string name,
        JsonElement before,
        (string Member, Action<Utf8JsonWriter> Write)[] changed
    )
    {
        json.WriteStartObject(name);
        foreach (JsonProperty member in before.EnumerateObject())
        {
            if (!Array.Exists(changed, change => change.Member == JsonText.Name(member)))
            {
                member.WriteTo(json);
            }
        }

        foreach ((string member, Action<Utf8JsonWriter> write) in changed)
        {
            json.WritePropertyName(member);
            write(json);
        }

        json.WriteEndObject();
    }

    private static (string Member, Action<Utf8JsonWriter> Write)[] Changed(string part, ViewChanges changes) =>
        part switch
        {
            "grouping" => Given(
                ("field", changes.Parts.GroupBy is { } field ? json => json.WriteStringValue(field) : null),
                (
                    "dir",
                    changes.Parts.GroupDescending is { } down ? json => json.WriteNumberValue(Direction(down)) : null
                )
            ),
            "sorting" => Given(("fields", changes.Parts.Sort is { } sort ? json => WriteSort(json, sort) : null)),
            "filters" => Given(
                (
                    "op",
                    changes.Parts.Match is { } match
                        ? json => json.WriteStringValue(match == "any" ? "OR" : "AND")
                        : null
                ),
                ("fields", changes.Filters is { } filters ? json => WriteFilters(json, filters) : null),
                ("search", changes.Parts.Search is { } words ? json => json.WriteStringValue(words) : null),
                ("show_closed", changes.Parts.ShowClosed is { } shown ? json => json.WriteBooleanValue(shown) : null)
            ),
            "columns" => Given(
                ("fields", changes.Parts.Columns is { } columns ? json => WriteColumns(json, columns) : null)
            ),
            "settings" => Given(
                (
                    "show_subtasks",
                    changes.Parts.ShowSubtasks is { } how ? json => json.WriteNumberValue(Subtasks(how)) : null
                )
            ),
            _ => [],
        };

    private static (string Member, Action<Utf8JsonWriter> Write)[] Given(
        params (string Member, Action<Utf8JsonWriter>? Write)[] members
    ) => [.. members.Where(static m => m.Write is not null).Select(static m => (m.Member, m.Write!))];

    private static int Direction(bool isDescending) => isDescending ? -1 : 1;

    private static int Subtasks(string how) =>
        how switch
        {
            "separate" => 1,
            "expanded" => 2,
            _ => 3,
        };

    private static void WriteSort(Utf8JsonWriter json, IReadOnlyList<string> sort) =>
        WriteFields(
            json,
            sort,
            field =>
            {
                bool isDescending = field.StartsWith('-');
                json.WriteString("field", isDescending ? field[1..] : field);
                json.WriteNumber("dir", Direction(isDescending));
            }
        );

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<string> columns) =>
        WriteFields(json, columns, column => json.WriteString("field", column));

    private static void WriteFilters(Utf8JsonWriter json, IEnumerable<ViewCondition> filters) =>
        WriteFields(
            json,
            filters,
            filter =>
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

    private static void WriteFields<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray();
        foreach ((int index, T item) in items.Index())
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteNumber("idx", index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
