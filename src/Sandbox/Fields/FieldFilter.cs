using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Fields;

/// <summary>One condition of the <c>custom_fields</c> query filter.</summary>
internal sealed class FieldFilter(string fieldId, string op, JsonElement value)
{
    /// <summary>Reads the filter: one JSON array as a string.</summary>
    public static IReadOnlyList<FieldFilter> Read(string? json)
    {
        if (json is null)
        {
            return [];
        }

        JsonElement root;
        try
        {
            root = StoredJson.Parse(json);
        }
        catch (JsonException)
        {
            throw Refuse.BadRequest("Custom field filter must be a JSON string of an array", "ITEM_155");
        }

        return root.ValueKind == JsonValueKind.Array
            ? [.. root.EnumerateArray().Select(One)]
            : throw Refuse.BadRequest("Custom field filter must be an array", "ITEM_156");
    }

    /// <summary>Reads the filter of the singular parameter: one condition.</summary>
    public static FieldFilter ReadOne(string json) => Read($"[{json}]")[0];

    public bool Matches(World world, TaskItem task)
    {
        var field = world.Fields.Find(field => field.Id == fieldId);
        JsonElement? stored =
            field is not null && field.AppliesTo(task) && task.FieldValues.TryGetValue(fieldId, out var found)
                ? found
                : null;
        return op switch
        {
            "IS NULL" => stored is null,
            "IS NOT NULL" => stored is not null,
            "!=" or "!==" => stored is null || !IsEqual(field!, stored.Value, isExact: op == "!=="),
            "NOT ANY" => stored is null || !Wanted(field!).Any(Held(stored.Value).Contains),
            "NOT ALL" => stored is null || !Wanted(field!).All(Held(stored.Value).Contains),
            _ => stored is { } held && MatchesValue(field!, held),
        };
    }

    private static FieldFilter One(JsonElement condition)
    {
        var body = new RequestBody(condition);
        return body.Text("field_id") is { } id && body.Text("operator") is { } op
            ? new FieldFilter(id, op, body.Find("value") ?? default)
            : throw Refuse.BadRequest("Custom field filter needs field_id and operator", "ITEM_155");
    }

    private bool MatchesValue(CustomField field, JsonElement held) =>
        op switch
        {
            "=" => IsEqual(field, held, isExact: false),
            "==" => IsEqual(field, held, isExact: true),
            "<" => Compare(held, value) < 0,
            "<=" => Compare(held, value) <= 0,
            ">" => Compare(held, value) > 0,
            ">=" => Compare(held, value) >= 0,
            "RANGE" => IsInRange(held),
            "ANY" => Wanted(field).Any(Held(held).Contains),
            "ALL" => Wanted(field).All(Held(held).Contains),
            _ => throw Refuse.BadQuery("custom_fields"),
        };

    // For text "=" means contains.
    private bool IsEqual(CustomField field, JsonElement held, bool isExact)
    {
        if (Number(held) is { } number && Number(value) is { } wanted)
        {
            return number.Equals(wanted);
        }

        var isText = field.Type is FieldType.Text or FieldType.ShortText or FieldType.Email or FieldType.Url;
        return isText && !isExact
            ? held.ToString().Contains(value.ToString(), StringComparison.OrdinalIgnoreCase)
            : Wanted(field).Any(Held(held).Contains);
    }

    private bool IsInRange(JsonElement held)
    {
        var body = new RequestBody(value);
        var (low, high) =
            value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
                ? (value[0], value[1])
                : (body.Find("low_value") ?? default, body.Find("high_value") ?? default);
        return Compare(held, low) >= 0 && Compare(held, high) <= 0;
    }

    private static int? Compare(JsonElement left, JsonElement right) =>
        Number(left) is { } first && Number(right) is { } second ? first.CompareTo(second) : null;

    private static double? Number(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.String when double.TryParse(element.GetString(), out var number) => number,
            _ => null,
        };

    private static HashSet<string> Held(JsonElement element) => new(Texts(element), StringComparer.OrdinalIgnoreCase);

    // A drop-down is stored by option id, but may be asked for by position.
    private List<string> Wanted(CustomField field) =>
        [
            .. Texts(value)
                .Select(text =>
                    field.Type == FieldType.DropDown
                    && int.TryParse(text, out var index)
                    && field.Options.Find(option => option.OrderIndex == index) is { } option
                        ? option.Id
                        : text
                ),
        ];

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select(static item => item.ToString())
            : [element.ToString()];
}
