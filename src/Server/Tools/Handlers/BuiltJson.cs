using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>JSON values that handlers put together.</summary>
internal static class BuiltJson
{
    /// <summary>The value that <paramref name="write"/> writes.</summary>
    public static JsonElement Of(Action<Utf8JsonWriter> write)
    {
        using JsonDocument document = JsonDocument.Parse(RawJson.Write(write));
        return document.RootElement.Clone();
    }
}
