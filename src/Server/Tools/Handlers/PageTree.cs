using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The pages of a document, which ClickUp answers as a tree, one after another in reading order.</summary>
internal static class PageTree
{
    private const string Children = "pages";

    // ClickUp's own limit is unknown; no reader follows a tree that deep.
    private const int MaximumDepth = 50;

    /// <summary>All pages, each without those below it.</summary>
    public static List<JsonElement> Flatten(JsonElement tree)
    {
        List<JsonElement> pages = [];
        Add(tree, pages, depth: 0);
        return pages;
    }

    private static void Add(JsonElement tree, List<JsonElement> pages, int depth)
    {
        if (tree.ValueKind != JsonValueKind.Array || depth > MaximumDepth)
        {
            return;
        }

        foreach (JsonElement page in tree.EnumerateArray())
        {
            if (page.ValueKind == JsonValueKind.Object)
            {
                pages.Add(WithoutChildren(page));
                Add(JsonPath.TryFind(page, Children, out JsonElement below) ? below : default, pages, depth + 1);
            }
        }
    }

    private static JsonElement WithoutChildren(JsonElement page)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in page.EnumerateObject().Where(static m => !m.NameEquals(Children)))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
