using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Finds the tools that a few words describe, best first.</summary>
/// <remarks>
/// A word counts by where it stands (name, alias, category, description, argument) and by how few tools have it, so that "task"
/// says less than "merge".
/// </remarks>
internal sealed class ToolSearch(ToolInventory inventory)
{
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
        SearchIndex index = inventory.Catalog.SearchIndex;
        string[] wanted = [.. SearchIndex.Words(words).Except(Fillers, StringComparer.Ordinal)];
        string[][] alike = [.. wanted.Select(word => index.Vocabulary.Where(other => IsAlike(word, other)).ToArray())];
        SearchEntry[] tools = [.. inventory.Available.Select(tool => index[tool])];
        double[][] worths = [.. tools.Select(tool => Worths(tool, wanted, alike))];
        double[] rarity =
        [
            .. wanted.Select(
                (_, word) => Math.Log(1 + ((double)tools.Length / Math.Max(1, worths.Count(w => w[word] > 0))))
            ),
        ];
        return
        [
            .. tools
                .Select((entry, i) => (entry.Tool, Worth: worths[i].Zip(rarity, static (w, r) => w * r).Sum()))
                .Where(static match => match.Worth > 0)
                .OrderByDescending(match => IsNamed(match.Tool, words))
                .ThenByDescending(static match => match.Worth)
                .ThenBy(static match => match.Tool.Name.Count(static c => c == '_'))
                .Select(static match => match.Tool),
        ];
    }

    private static double[] Worths(SearchEntry tool, string[] wanted, string[][] alike)
    {
        double[] worths = new double[wanted.Length];
        for (int i = 0; i < wanted.Length; i++)
        {
            foreach ((HashSet<string> words, double worth) in tool.Places)
            {
                double match =
                    words.Contains(wanted[i]) ? 1
                    : words.Overlaps(alike[i]) ? Alike
                    : 0;
                worths[i] = Math.Max(worths[i], worth * match);
            }
        }

        return worths;
    }

    private static bool IsNamed(ToolDescriptor tool, string words)
    {
        string name = words.Trim().Replace(' ', '_');
        return name.Equals(tool.Name, StringComparison.OrdinalIgnoreCase)
            || tool.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAlike(string word, string other) =>
        (word.Length >= 4 && other.StartsWith(word, StringComparison.Ordinal))
        || (other.Length >= 4 && word.StartsWith(other, StringComparison.Ordinal))
        || Array.Exists(SameMeaning, group => group.Contains(word) && group.Contains(other));
}
