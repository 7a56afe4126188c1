using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Tools.Search;

/// <summary>The result of a search as a model reads it: the arguments of the best tools, a line for each other one.</summary>
/// <param name="result">What was found.</param>
/// <param name="index">Describes the tools.</param>
/// <param name="limit">How many to show at most.</param>
internal sealed class FoundTools(SearchResult result, SearchIndex index, int limit)
{
    // The rest of what fits is named, so that a model can ask for one by its name.
    private const int WithArguments = 2;

    private readonly FoundDescription[] _shown = [.. result.Tools.Take(limit).Select(index.Describe)];

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
            result.Tools.Length > _shown.Length
                ? $"The best {_shown.Length} of {result.Tools.Length} tools that fit"
                : $"{_shown.Length} {(_shown.Length == 1 ? "tool fits" : "tools fit")}"
        );
        text.Append("; call them by name, or through run_read_tool and run_write_tool.");
        for (int i = 0; i < _shown.Length; i++)
        {
            text.Append($"\n\n{_shown[i].Name} ({_shown[i].Kind}): {_shown[i].Description}");
            if (i < WithArguments)
            {
                text.Append('\n').Append(_shown[i].Schema);
            }
        }

        return text.ToString();
    }

    /// <summary>The result as a JSON object.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("count", _shown.Length);
        writer.WriteNumber("total", result.Tools.Length);
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
            writer.WriteString("kind", _shown[i].Kind);
            writer.WriteString("description", _shown[i].Description);
            if (i < WithArguments)
            {
                writer.WritePropertyName("inputSchema");
                writer.WriteRawValue(_shown[i].Schema);
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
        if (result.Nearest.Length > 0)
        {
            text.Append($" Nearest: {string.Join(", ", result.Nearest.Select(tool => index.Describe(tool).Name))}.");
        }

        if (result.Limit is null)
        {
            text.Append($" Try other words, or a category: {string.Join(", ", categories)}.");
        }

        return text.ToString();
    }
}
