using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Finds the tools that a few words describe, best first.</summary>
/// <remarks>
/// A word counts by where it stands (name, alias, category, description, argument) and by how few tools have it, so that "task"
/// says less than "merge". Some hundred short texts need no index: they are read anew for each search.
/// </remarks>
internal sealed class ToolSearch(ToolInventory inventory)
{
    private const double InName = 10;
    private const double InAlias = 6;
    private const double InCategory = 3;
    private const double InDescription = 3;
    private const double InArgument = 2;

    /// <summary>What a word that only begins alike, or means the same, is worth.</summary>
    private const double Alike = 0.5;

    private static readonly string[] Fillers =
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "my",
        "of",
        "on",
        "the",
        "to",
        "with",
    ];

    // What people say for the verbs of the names.
    private static readonly string[][] SameMeaning =
    [
        ["delete", "remove", "erase"],
        ["create", "add", "new", "make"],
        ["update", "edit", "change", "set", "rename", "modify"],
        ["get", "read", "show", "list", "find", "view", "fetch", "search"],
        ["document", "doc", "docs", "page", "wiki"],
        ["attachment", "file", "upload"],
        ["member", "user", "people", "person", "assignee"],
        ["time", "timer", "hours", "tracking"],
    ];

    /// <summary>The available tools that match, best first; those of equal worth in the catalogue's order.</summary>
    public IReadOnlyList<ToolDescriptor> Find(string words)
    {
        // What a word may also be called is looked up here and not for each word of each tool.
        (string Word, string[] Synonyms)[] wanted =
        [
            .. Words(words)
                .Except(Fillers, StringComparer.Ordinal)
                .Select(static word => (word, Array.Find(SameMeaning, group => group.Contains(word)) ?? [])),
        ];
        ToolDescriptor[] tools = [.. inventory.Available.Select(inventory.Catalog.Describe)];
        double[][] worths = [.. tools.Select(tool => Worths(tool, wanted))];
        double[] rarity =
        [
            .. wanted.Select(
                (_, word) => Math.Log(1 + ((double)tools.Length / Math.Max(1, worths.Count(w => w[word] > 0))))
            ),
        ];
        return
        [
            .. tools
                .Select((tool, index) => (Tool: tool, Worth: worths[index].Zip(rarity, static (w, r) => w * r).Sum()))
                .Where(static match => match.Worth > 0)
                .OrderByDescending(match => IsNamed(match.Tool, words))
                .ThenByDescending(static match => match.Worth)
                .ThenBy(static match => match.Tool.Name.Count(static c => c == '_'))
                .Select(static match => match.Tool),
        ];
    }

    private static double[] Worths(ToolDescriptor tool, (string Word, string[] Synonyms)[] wanted)
    {
        List<(HashSet<string> Words, double Worth)> places =
        [
            (Set(tool.Name), InName),
            (Set(string.Join(' ', tool.Aliases)), InAlias),
            (Set(tool.Category), InCategory),
            (Set(tool.Description), InDescription),
            (Set(Arguments(tool)), InArgument),
        ];
        return [.. wanted.Select(want => places.Max(place => place.Worth * Match(want.Word, want.Synonyms, place.Words)))];
    }

    private static bool IsNamed(ToolDescriptor tool, string words)
    {
        string name = words.Trim().Replace(' ', '_');
        return name.Equals(tool.Name, StringComparison.OrdinalIgnoreCase)
            || tool.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static double Match(string word, string[] synonyms, HashSet<string> words) =>
        words.Contains(word) ? 1
        : Array.Exists(synonyms, words.Contains) || words.Any(other => BeginsAlike(word, other)) ? Alike
        : 0;

    private static bool BeginsAlike(string word, string other) =>
        (word.Length >= 4 && other.StartsWith(word, StringComparison.Ordinal))
        || (other.Length >= 4 && word.StartsWith(other, StringComparison.Ordinal));

    private static string Arguments(ToolDescriptor tool)
    {
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        return schema.RootElement.TryGetProperty("properties", out JsonElement properties)
            ? string.Join(' ', properties.EnumerateObject().Select(static p => p.Name))
            : string.Empty;
    }

    private static HashSet<string> Set(string text) => [.. Words(text)];

    private static IEnumerable<string> Words(string text)
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

    private static string Singular(string word) =>
        word.Length > 3
        && word.EndsWith('s')
        && !word.EndsWith("ss", StringComparison.Ordinal)
        && !word.EndsWith("us", StringComparison.Ordinal)
            ? word[..^1]
            : word;
}
