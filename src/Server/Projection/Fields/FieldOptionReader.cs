using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Reads the options of a drop-down or labels field.</summary>
/// <remarks>Drop-down options have a <c>name</c>, labels a <c>label</c>; the order index may be a number or a string.</remarks>
internal static class FieldOptionReader
{
    /// <summary>The options' names, from the options, the <c>type_config</c> that holds them, or the field itself.</summary>
    public static IEnumerable<string> Names(JsonElement value) =>
        Options(value).Select(LenientValue.Text).OfType<string>();

    /// <summary>The name of the option that a value means, by id or order index; the value itself when no option fits.</summary>
    public static string? NameOf(JsonElement field, JsonElement value)
    {
        string? wanted =
            value.ValueKind == JsonValueKind.Object ? LenientValue.Text(value, "id") : LenientValue.Text(value);
        foreach (JsonElement option in Options(field))
        {
            if (LenientValue.Text(option, "id") == wanted || LenientValue.Text(option, "orderindex") == wanted)
            {
                return LenientValue.Text(option);
            }
        }

        return LenientValue.Text(value);
    }

    private static JsonElement[] Options(JsonElement value)
    {
        bool isFound =
            JsonPath.TryFind(value, "type_config.options", out JsonElement options)
            || JsonPath.TryFind(value, "options", out options);
        options = isFound ? options : value;
        return options.ValueKind switch
        {
            JsonValueKind.Array => [.. options.EnumerateArray()],
            // The configuration of a field that has no options.
            JsonValueKind.Object when !isFound => [],
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [options],
        };
    }
}
