using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Writes free JSON so that values equal by <see cref="JsonEquality"/> are the same text.</summary>
internal static class CanonicalJson
{
    // Up to here a double holds every whole number exactly.
    private const double LargestInteger = ArgumentLimits.LargestInteger;

    public static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject().OrderBy(JsonText.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(JsonText.Name(member));
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(JsonText.Read(value));
                break;
            case JsonValueKind.Number when double.IsFinite(JsonEquality.Number(value)):
                WriteNumber(json, JsonEquality.Number(value));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    /// <summary>A finite number; whole ones without a fraction or an exponent.</summary>
    public static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (double.IsInteger(number) && Math.Abs(number) <= LargestInteger)
        {
            json.WriteNumberValue((long)number);
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }
}
