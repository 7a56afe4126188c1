using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Search;

/// <summary>The result of a search as a model reads it: the arguments of the best tools, a line for each other one.</summary>
internal sealed class FoundTools(SearchResult result, int limit)
{
    // The rest of what fits is named, so that a model can ask for one by its name.
    private const int WithArguments = 2;

    private readonly ToolDescriptor[] _shown = [.. result.Tools.Take(limit)];

    /// <summary>The result as text.</summary>
    /// <param name="categories">The categories to name when nothing fits.</param>
    public string ToText(IEnumerable<string> categories)
    {
        if (_shown.Length == 0)
        {
            return Nothing(categories);
        }

        StringBuilder text = new();
        text.Append(
            result.Tools.Count > _shown.Length
                ? $"The best {_shown.Length} of {result.Tools.Count} tools that fit"
                : $"{_shown.Length} {(_shown.Length == 1 ? "tool fits" : "tools fit")}"
        );
        text.Append("; call them by name, or through run_read_tool and run_write_tool.");
        for (int i = 0; i < _shown.Length; i++)
        {
            text.Append($"\n\n{_shown[i].Name} ({Kind(_shown[i])}): {_shown[i].Description}");
            if (i < WithArguments)
            {
                text.Append('\n').Append(Projection.RawJson.Write(writer => LeanSchema.Write(writer, _shown[i])));
            }
        }

        return text.ToString();
    }

    /// <summary>The result as a JSON object.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("count", _shown.Length);
        writer.WriteNumber("total", result.Tools.Count);
        if (result.Limit is { } impossible)
        {
            writer.WriteString("impossible", impossible.Wish);
            writer.WriteString("reason", impossible.Reason);
        }

        writer.WriteStartArray("tools");
        for (int i = 0; i < _shown.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", _shown[i].Name);
            writer.WriteString("kind", Kind(_shown[i]));
            writer.WriteString("description", _shown[i].Description);
            if (i < WithArguments)
            {
                writer.WritePropertyName("inputSchema");
                LeanSchema.Write(writer, _shown[i]);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private string Nothing(IEnumerable<string> categories)
    {
        StringBuilder text = new();
        text.Append(result.Limit is { } limit ? $"No tool can do this. {limit.Wish}: {limit.Reason}" : "No tool fits.");
        if (result.Nearest.Count > 0)
        {
            text.Append($" Nearest: {string.Join(", ", result.Nearest.Select(static tool => tool.Name))}.");
        }

        if (result.Limit is null)
        {
            text.Append($" Try other words, or a category: {string.Join(", ", categories)}.");
        }

        return text.ToString();
    }

    private static string Kind(ToolDescriptor tool) =>
        tool.Traits.HasFlag(ToolTraits.ReadOnly) ? "read"
        : tool.Traits.HasFlag(ToolTraits.Destructive) ? "write, destructive"
        : "write";
}
