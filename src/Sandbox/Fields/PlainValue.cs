using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Fields;

/// <summary>Values that are stored as they are written.</summary>
internal static class PlainValue
{
    public static JsonElement Read(CustomField field, JsonElement value)
    {
        var (isValid, expected) = Check(field, value);
        return isValid ? value : throw FieldValueReader.Expected(expected);
    }

    private static (bool IsValid, string Expected) Check(CustomField field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return field.Type switch
        {
            FieldType.ShortText or FieldType.Text => (text is not null, "a string"),
            FieldType.Url => (Uri.IsWellFormedUriString(text, UriKind.Absolute), "a URL"),
            FieldType.Email => (text?.Contains('@') == true, "an e-mail address"),
            FieldType.Phone => (text?.StartsWith('+') == true, "a phone number with country code"),
            FieldType.Number or FieldType.Currency => (value.ValueKind == JsonValueKind.Number, "a number"),
            FieldType.Checkbox => (value.ValueKind is JsonValueKind.True or JsonValueKind.False, "a boolean"),
            FieldType.Rating => (IsRating(field, value), $"an integer from 0 to {field.Maximum}"),
            FieldType.Location => (IsLocation(value), "a location with lat and lng and a formatted_address"),
            _ => throw Refuse.BadRequest($"Custom fields of type {FieldTypes.WireName(field.Type)} cannot be set"),
        };
    }

    private static bool IsRating(CustomField field, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var rating)
        && rating >= field.Minimum
        && rating <= field.Maximum;

    private static bool IsLocation(JsonElement value)
    {
        var body = new RequestBody(value);
        var point = body.Object("location");
        return point?.Fraction("lat") is not null
            && point.Fraction("lng") is not null
            && body.Text("formatted_address") is not null;
    }
}
