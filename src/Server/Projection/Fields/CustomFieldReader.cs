using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Reads a task's custom fields as <c>name=value</c>, leaving out those without a value.</summary>
internal static class CustomFieldReader
{
    private const int MaximumLength = 300;

    /// <summary>The fields that have a value.</summary>
    public static IEnumerable<string> ReadAll(JsonElement fields, DateZones zones)
    {
        if (fields.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (JsonElement field in fields.EnumerateArray())
        {
            if (Read(field, zones) is { } value)
            {
                string name = LenientValue.Text(field, "name") ?? "?";
                yield return $"{Quoted.IfItHolds(name, "=;")}={(value.Length > MaximumLength ? value[..MaximumLength] + "…" : value)}";
            }
        }
    }

    /// <summary>One field's value; null when it has none.</summary>
    public static string? Read(JsonElement field, DateZones zones)
    {
        if (!JsonPath.TryFind(field, "value", out JsonElement value))
        {
            return null;
        }

        return LenientValue.Text(field, "type") switch
        {
            "drop_down" => FieldOptionReader.NameOf(field, value),
            "labels" => Join(value, item => FieldOptionReader.NameOf(field, item)),
            "date" => DateText.Format(value, zones),
            "checkbox" => LenientValue.Boolean(value) switch
            {
                true => "yes",
                false => "no",
                null => LenientValue.Text(value),
            },
            "currency" => Suffixed(Number(value), " ", Config(field, "currency_type")),
            "number" => Number(value),
            "emoji" => Suffixed(Number(value), "/", Config(field, "count")),
            "manual_progress" or "automatic_progress" or "progress" => Progress(field, value),
            "location" => Location(value),
            _ => Join(value, LenientValue.Text),
        };
    }

    private static string? Join(JsonElement value, Func<JsonElement, string?> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return read(value);
        }

        string joined = string.Join(", ", value.EnumerateArray().Select(read).OfType<string>());
        return joined.Length == 0 ? null : joined;
    }

    private static string? Number(JsonElement value) =>
        LenientValue.Number(value)?.ToString(CultureInfo.InvariantCulture) ?? LenientValue.Text(value);

    private static string? Config(JsonElement field, string member) =>
        JsonPath.TryFind(field, "type_config", out JsonElement config) ? LenientValue.Text(config, member) : null;

    private static string? Suffixed(string? text, string separator, string? suffix) =>
        text is null || suffix is null ? text : text + separator + suffix;

    // A count says more than a percentage, of which some responses give a fraction and others the number of percent.
    private static string? Progress(JsonElement field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return LenientValue.Text(value);
        }

        string? counted = LenientValue.Text(value, "current");
        if (counted is not null && Config(field, "end") is { } end)
        {
            return $"{counted}/{end}";
        }

        string? percent = LenientValue.Text(value, "percent_complete") ?? LenientValue.Text(value, "percent_completed");
        return percent is null ? counted : percent + "%";
    }

    private static string? Location(JsonElement value)
    {
        string? point =
            JsonPath.TryFind(value, "location.lat", out JsonElement latitude)
            && JsonPath.TryFind(value, "location.lng", out JsonElement longitude)
                ? $"{LenientValue.Text(latitude)},{LenientValue.Text(longitude)}"
                : LenientValue.Text(value);
        return LenientValue.Text(value, "formatted_address") ?? point;
    }
}
