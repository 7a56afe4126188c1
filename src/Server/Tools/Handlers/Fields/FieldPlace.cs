using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the value of a location field: an object, or coordinates with an address behind them.</summary>
internal static class FieldPlace
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("+-.0123456789");

    /// <summary>The place in ClickUp's terms; null when the value is none.</summary>
    public static JsonElement? Read(JsonElement value)
    {
        JsonElement given = WrittenValue.Unwrap(value);
        if (given.ValueKind == JsonValueKind.String)
        {
            return FromText(given.GetString()!);
        }

        JsonElement point =
            given.Member("location").ValueKind == JsonValueKind.Object ? given.Member("location") : given;
        double? latitude = Number(point, "lat", "latitude");
        double? longitude = Number(point, "lng", "lon", "longitude");
        string? address = given.Text("formatted_address") ?? given.Text("address");
        return Of(latitude, longitude, address);
    }

    // "52.52,13.405" or "52.52, 13.405 Berlin, Germany"
    private static JsonElement? FromText(string text)
    {
        string[] parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
        {
            return null;
        }

        int end = parts[1].AsSpan().IndexOfAnyExcept(NumberSigns);
        string longitude = end < 0 ? parts[1] : parts[1][..end];
        string address = end < 0 ? string.Empty : parts[1][end..].Trim(' ', ',', ';', ':');
        return Of(Parse(parts[0]), Parse(longitude), address.Length == 0 ? null : address);
    }

    private static JsonElement? Of(double? latitude, double? longitude, string? address) =>
        latitude is >= -90 and <= 90 and { } lat && longitude is >= -180 and <= 180 and { } lng
            ? BuiltJson.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("location");
                writer.WriteNumber("lat", lat);
                writer.WriteNumber("lng", lng);
                writer.WriteEndObject();
                writer.WriteString(
                    "formatted_address",
                    address ?? string.Create(CultureInfo.InvariantCulture, $"{lat}, {lng}")
                );
                writer.WriteEndObject();
            })
            : null;

    private static double? Number(JsonElement point, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (LenientValue.Number(point.Member(name)) is { } number)
            {
                return (double)number;
            }
        }

        return null;
    }

    private static double? Parse(string text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double number
        )
            ? number
            : null;
}
