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
        JsonElement[] all = fields.ValueKind == JsonValueKind.Array ? [.. fields.EnumerateArray()] : [fields];
        foreach (JsonElement field in all)
        {
            if (!JsonPath.TryFind(field, "name", out _))
            {
                if (LenientValue.Text(field) is { } odd)
                {
                    yield return odd;
                }
            }
            else if (Shown(field, zones) is { } value)
            {
                yield return $"{Quoted.IfItHolds(LenientValue.Text(field, "name") ?? "?", "=;")}={value}";
            }
        }
    }

    /// <summary>One field's value as it is shown, cut where it is long; null when it has none.</summary>
    public static string? Shown(JsonElement field, DateZones zones) => CutText.At(Read(field, zones), MaximumLength);

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
            "manual_progress" or "automatic_progress" or "progress" => ProgressText.Of(field, value),
            "location" => Location(value),
            "text" => LenientValue.LongText(value)?.Trim(),
            "users" => Join(value, PersonText.Of),
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
        LenientValue.Number(value) is { } number ? NumberText.Of(number) : LenientValue.Text(value);

    private static string? Config(JsonElement field, string member) =>
        JsonPath.TryFind(field, "type_config", out JsonElement config) ? LenientValue.Text(config, member) : null;

    private static string? Suffixed(string? text, string separator, string? suffix) =>
        text is null || suffix is null ? text : text + separator + suffix;

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
