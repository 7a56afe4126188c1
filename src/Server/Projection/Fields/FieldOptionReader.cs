using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Reads the options of a drop-down or labels field.</summary>
/// <remarks>Drop-down options have a <c>name</c>, labels a <c>label</c>; the order index may be a number or a string.</remarks>
internal static class FieldOptionReader
{
    /// <summary>The options' names, from the options, the <c>type_config</c> that holds them, or the field itself.</summary>
    public static IEnumerable<string> Names(JsonElement value) =>
        Options(value) is { ValueKind: not JsonValueKind.Undefined } options ? LenientValue.Texts(options) : [];

    /// <summary>The name of the option that a value means, by id or order index; the value itself when no option fits.</summary>
    public static string? NameOf(JsonElement field, JsonElement value)
    {
        string? wanted =
            value.ValueKind == JsonValueKind.Object ? LenientValue.Text(value, "id") : LenientValue.Text(value);
        if (wanted is null)
        {
            return null;
        }

        JsonElement options = Options(field);
        if (options.ValueKind != JsonValueKind.Array)
        {
            return Means(options, wanted) ? LenientValue.Text(options) : LenientValue.Text(value);
        }

        foreach (JsonElement option in options.EnumerateArray())
        {
            if (Means(option, wanted))
            {
                return LenientValue.Text(option);
            }
        }

        return LenientValue.Text(value);
    }

    private static bool Means(JsonElement option, string wanted) =>
        LenientValue.Is(option, "id", wanted) || LenientValue.Is(option, "orderindex", wanted);

    /// <summary>The array of options, or the only one; undefined for a field that has none.</summary>
    private static JsonElement Options(JsonElement value) =>
        JsonPath.TryFind(value, "type_config.options", out JsonElement options)
        || JsonPath.TryFind(value, "options", out options)
            ? options
        : value.ValueKind == JsonValueKind.Object ? default
        : value;
}
