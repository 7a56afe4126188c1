using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Faults;

/// <summary>Writes the numbers of a response as strings.</summary>
internal static class NumbersAsText
{
    public static ApiResponse Of(ApiResponse response)
    {
        if (
            response.Body.IsEmpty
            || response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
        )
        {
            return response;
        }

        using var document = JsonDocument.Parse(response.Body);
        return response with { Body = ApiResponse.Json(writer => Write(document.RootElement, writer)).Body };
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteStringValue(element.GetRawText());
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
