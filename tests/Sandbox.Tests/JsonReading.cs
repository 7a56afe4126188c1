using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

/// <summary>Short ways into responses.</summary>
internal static class JsonReading
{
    public static JsonElement At(this JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            element = element.GetProperty(name);
        }

        return element;
    }

    public static string? Str(this JsonElement element, params string[] path) => element.At(path).GetString();

    public static List<JsonElement> List(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray()];

    public static List<string?> Names(this JsonElement element, string list, string name = "name") =>
        [.. element.List(list).Select(item => item.Str(name))];

    /// <summary>The value of a custom field, or null where the task has none.</summary>
    public static JsonElement? Field(this JsonElement task, string name) =>
        task.List("custom_fields").Find(field => field.Str("name") == name) is { ValueKind: JsonValueKind.Object } field
        && field.TryGetProperty("value", out var value)
            ? value
            : null;
}
