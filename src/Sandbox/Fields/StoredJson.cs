using System.Text.Json;

namespace ClickUpMcp.Sandbox.Fields;

/// <summary>Makes stored custom field values.</summary>
internal static class StoredJson
{
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonElement Number(long number) => Parse(number.ToString());

    public static JsonElement Text(string text) => Parse($"\"{JsonEncodedText.Encode(text)}\"");

    public static JsonElement Array(IEnumerable<JsonElement> items) =>
        Parse($"[{string.Join(',', items.Select(static item => item.GetRawText()))}]");
}
