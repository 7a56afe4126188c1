using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Gives a custom field back the value that it had, in the form in which its type takes one.</summary>
internal static class FieldUndo
{
    private const string Value = "value";

    /// <summary>The body that writes what a field shows; null where its type is filled by ClickUp, or it shows nothing.</summary>
    /// <param name="field">The field with its value, as a task shows it.</param>
    /// <param name="written">What is to be there no more, for fields that hold several things by id.</param>
    public static JsonObject? Body(JsonElement field, IEnumerable<string>? written = null)
    {
        JsonElement value = field.Member(Value);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        return field.Text("type") switch
        {
            "number" or "currency" or "emoji" => Number(value) is { } number ? Of(number) : null,
            "date" => Number(value) is { } moment
                ? new JsonObject
                {
                    [Value] = moment,
                    ["value_options"] = new JsonObject { ["time"] = true },
                }
                : null,
            "checkbox" => Of(UndoText.Of(value) is "true" or "1"),
            "drop_down" => Option(field, value) is { } option ? Of(option) : null,
            "users" or "tasks" or "list_relationship" or "attachment" => Members(value, written ?? []),
            "manual_progress" => Number(value.Member("current")) is { } current
                ? Of(new JsonObject { ["current"] = current })
                : null,
            "automatic_progress" or "formula" or "votes" or "button" => null,
            _ => Of(JsonNode.Parse(value.GetRawText())!),
        };
    }

    /// <summary>What undoes a write of a field's value; null where nothing is known.</summary>
    public static UndoRequest? Of(UndoValues values, JsonElement task)
    {
        if (values.Text("1") is not { } fieldId)
        {
            return null;
        }

        JsonElement field = UndoPath.Select(task, $"custom_fields[id={fieldId}]").FirstOrDefault();
        if (field.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        JsonElement value = field.Member(Value);
        bool wasEmpty =
            value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);
        if (wasEmpty)
        {
            return Request("RemoveCustomFieldValue", ClickUpMethod.Delete, null);
        }

        HashSet<string> there = [.. Ids(value)];
        IEnumerable<string> added = UndoPath
            .Select(values.Body, "value.add[]")
            .Select(UndoText.Of)
            .Where(one => !there.Contains(one));
        return Body(field, added) is { } body
            ? Request("SetCustomFieldValue", ClickUpMethod.Post, body.ToJsonString())
            : null;

        // A value is set and emptied at the same address.
        UndoRequest Request(string operation, ClickUpMethod method, string? json) =>
            new(operation, method, values.Request.Path, values.Request.Query, json)
            {
                ValueSegments = values.Request.ValueSegments,
            };
    }

    private static JsonObject Of(JsonNode value) => new() { [Value] = value };

    private static JsonNode? Number(JsonElement value) =>
        decimal.TryParse(UndoText.Of(value), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? JsonValue.Create(number)
            : null;

    // Written by its id, and shown by its place.
    private static string? Option(JsonElement field, JsonElement value)
    {
        string shown = UndoText.Of(value);
        return field
            .Member("type_config")
            .Items("options")
            .FirstOrDefault(option => option.Text("id") == shown || UndoText.Of(option.Member("orderindex")) == shown)
            .Text("id");
    }

    private static JsonObject Members(JsonElement value, IEnumerable<string> written) =>
        Of(
            new JsonObject
            {
                ["add"] = new JsonArray([.. Ids(value).Select(Id)]),
                ["rem"] = new JsonArray([.. written.Select(Id)]),
            }
        );

    // People have numbers, everything else has texts.
    private static JsonNode Id(string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out long number)
            ? JsonValue.Create(number)
            : JsonValue.Create(id);

    private static IEnumerable<string> Ids(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(static item => item.Text("id") ?? UndoText.Of(item))
            : [];
}
