using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>The words of all tools of a catalogue, read once: reading them costs far more than searching.</summary>
internal sealed class SearchIndex
{
    private const double InName = 10;
    private const double InAlias = 6;
    private const double InCategory = 3;
    private const double InDescription = 3;
    private const double InArgument = 2;

    private readonly SearchEntry[] _entries;

    public SearchIndex(CatalogView catalog)
    {
        _entries = [.. Enumerable.Range(0, catalog.Count).Select(tool => Read(catalog.Describe(tool)))];
        Vocabulary = [.. _entries.SelectMany(static entry => entry.Places).SelectMany(static place => place.Words)];
    }

    /// <summary>All words that any tool has.</summary>
    public HashSet<string> Vocabulary { get; }

    /// <summary>The entry of a tool.</summary>
    public SearchEntry this[int tool] => _entries[tool];

    /// <summary>The words of a text, in lower case and the singular.</summary>
    public static IEnumerable<string> Words(string text)
    {
        StringBuilder word = new();
        foreach (char c in text + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                yield return Singular(word.ToString());
                word.Clear();
            }
        }
    }

    private static SearchEntry Read(ToolDescriptor tool) =>
        new(
            tool,
            [
                (Set(tool.Name), InName),
                (Set(string.Join(' ', tool.Aliases)), InAlias),
                (Set(tool.Category), InCategory),
                (Set(tool.Description), InDescription),
                (Set(Arguments(tool)), InArgument),
            ]
        );

    private static string Arguments(ToolDescriptor tool)
    {
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        return schema.RootElement.TryGetProperty("properties", out JsonElement properties)
            ? string.Join(' ', properties.EnumerateObject().Select(static p => p.Name))
            : string.Empty;
    }

    private static HashSet<string> Set(string text) => [.. Words(text)];

    private static string Singular(string word) =>
        word.Length > 3
        && word.EndsWith('s')
        && !word.EndsWith("ss", StringComparison.Ordinal)
        && !word.EndsWith("us", StringComparison.Ordinal)
            ? word[..^1]
            : word;
}
