using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Fields;

/// <summary>Checks a written custom field value against its type and turns it into the stored form.</summary>
internal static class FieldValueReader
{
    /// <param name="written">The object that holds <c>value</c> and, for dates, <c>value_options</c>.</param>
    /// <param name="current">The value stored so far, which add/rem lists change.</param>
    /// <returns>The new stored value; null where nothing is stored (a cleared field, a pressed button).</returns>
    public static JsonElement? Read(World world, CustomField field, RequestBody written, JsonElement? current)
    {
        if (written.Find("value") is not { } value)
        {
            throw Refuse.BadRequest("Value is required");
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("value", out _))
        {
            throw Refuse.BadRequest("Value must not be wrapped in another value", "FIELD_018");
        }

        return field.Type switch
        {
            FieldType.Date => ReadDate(value, written),
            FieldType.DropDown => ReadOption(field, value),
            FieldType.Labels => ReadLabels(field, value),
            FieldType.Users => ChangedList.Read(value, current, id => IsMember(field, id)),
            FieldType.Tasks or FieldType.ListRelationship => ChangedList.Read(value, current, id => IsTask(world, id)),
            FieldType.Attachment => ChangedList.Read(value, current, static id => id.ValueKind == JsonValueKind.String),
            FieldType.ManualProgress => ReadProgress(field, value),
            FieldType.Button => value.ValueKind == JsonValueKind.True ? null : throw Expected("true"),
            _ => PlainValue.Read(field, value),
        };
    }

    /// <summary>The refusal of a value of the wrong kind; the API's codes for these are not known.</summary>
    public static ApiException Expected(string what) => Refuse.BadRequest($"Value must be {what}");

    private static JsonElement ReadDate(JsonElement value, RequestBody written)
    {
        if (value.ValueKind != JsonValueKind.Number || RequestBody.AsNumber(value) is not { } moment)
        {
            throw Expected("a Unix time in milliseconds");
        }

        var keepsTime = written.Object("value_options")?.Flag("time") == true;
        return StoredJson.Number(keepsTime ? moment : WorkspaceClock.AtFour(moment));
    }

    private static JsonElement ReadOption(CustomField field, JsonElement value)
    {
        var option = value.ValueKind switch
        {
            JsonValueKind.String => field.Options.Find(option => option.Id == value.GetString()),
            JsonValueKind.Number => field.Options.Find(option => option.OrderIndex == RequestBody.AsNumber(value)),
            _ => null,
        };
        return option is not null
            ? StoredJson.Text(option.Id)
            : throw Refuse.BadRequest("Value must be an option index or uuid", "FIELD_011");
    }

    private static JsonElement ReadLabels(CustomField field, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(id => field.Options.Exists(option => id.ValueEquals(option.Id)))
            ? value
            : throw Expected("an array of label ids");

    private static JsonElement ReadProgress(CustomField field, JsonElement value) =>
        new RequestBody(value).Fraction("current") is { } current
        && current >= field.Minimum
        && current <= field.Maximum
            ? StoredJson.Parse(current.ToString())
            : throw Expected($"an object whose current lies between {field.Minimum} and {field.Maximum}");

    // Groups may stand where people may.
    private static bool IsMember(CustomField field, JsonElement id) =>
        RequestBody.AsNumber(id) is { } number
            ? field.Workspace.FindMember(number) is not null
            : field.Workspace.Groups.Exists(group => id.ValueEquals(group.Id));

    private static bool IsTask(World world, JsonElement id) =>
        id.ValueKind == JsonValueKind.String && world.Tasks.ContainsKey(id.GetString()!);
}
