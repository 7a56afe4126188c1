using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Reads ClickUp's responses without trusting their types: ids come as string or number, members may be absent.</summary>
internal static class JsonLenient
{
    /// <summary>Parses a response; an empty one reads as null. The caller disposes it.</summary>
    public static JsonDocument Parse(ClickUpResponse response) =>
        response.IsEmpty ? JsonDocument.Parse("null"u8.ToArray()) : response.Parse();

    /// <summary>The member; undefined when this is no object or has none.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
            ? member
            : default;

    /// <summary>The items of a member that is an array; none otherwise.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
    {
        JsonElement member = element.Member(name);
        return member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : [];
    }

    /// <summary>A string or number as text; null for anything else and for the empty string.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String when element.GetString() is { Length: > 0 } text => text,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };

    /// <summary>A member that is a string or number, as text.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name).Text();

    /// <summary>Whether a member says yes: true, or any number but 0.</summary>
    public static bool IsTrue(this JsonElement element, string name) =>
        element.Member(name) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText() != "0",
            _ => false,
        };
}
