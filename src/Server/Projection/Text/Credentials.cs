using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Keeps credentials that the API sends along out of full detail, where the shape does not show them on purpose.</summary>
internal static class Credentials
{
    // The key of a webhook's signatures, and the token of a goal's editor.
    private static readonly string[] Names = ["secret", "editor_token"];

    /// <summary>The item without its credentials.</summary>
    public static JsonElement Without(JsonElement item, ShapeDefinition shape)
    {
        string[] withheld = [.. Names.Where(name => JsonPath.TryFind(item, name, out _) && !Shows(shape, name))];
        return withheld.Length == 0 ? item : JsonElement.Parse(RawJson.Write(writer => Copy(item, withheld, writer)));
    }

    private static bool Shows(ShapeDefinition shape, string name) => Array.Exists(shape.Fields, f => f.From == name);

    private static void Copy(JsonElement item, string[] withheld, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in item.EnumerateObject())
        {
            if (!Array.Exists(withheld, member.NameEquals))
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
