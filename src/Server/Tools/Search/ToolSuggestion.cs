using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>Finds the tool that a name means which no tool has: another server's spelling, a mistyping, or other words.</summary>
internal static class ToolSuggestion
{
    // Longer ones are no names, and whoever sends them should not make us search.
    private const int LongestName = 100;

    private const int LettersPerTypingError = 6;

    // Two of three words: "create bulk tasks" means to create tasks, where a search would look for what is bulky.
    private const double LeastShared = 0.75;

    /// <summary>What hosts put before the name of a server.</summary>
    private const string HostPrefix = "mcp";

    /// <summary>The name of an available tool; null when nothing comes near.</summary>
    public static string? For(string name, ToolInventory inventory)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string[] words = [.. WithoutServer(WordReader.Split(name), inventory.Catalog.ProductName)];
        string spelled = string.Join('_', words);
        int index = inventory.Find(spelled);
        if (index >= 0 && inventory.IsAvailable(index))
        {
            return inventory.NameOf(index);
        }

        if (DidYouMean.Closest(spelled, inventory.AvailableNames, 1, LettersPerTypingError) is [string mistyped])
        {
            return mistyped;
        }

        int[] found = new ToolSearch(inventory).Find(string.Join(' ', words)).Tools;
        int near = MostShared(words, found, inventory);
        return near >= 0 ? inventory.NameOf(near)
            : found is [var best, ..] ? inventory.NameOf(best)
            : DidYouMean.Closest(spelled, inventory.AvailableNames);
    }

    /// <summary>The tool that starts with the same verb and shares most words with a name, if that is most of both; of several the one that a search finds first.</summary>
    private static int MostShared(string[] words, int[] found, ToolInventory inventory)
    {
        SearchIndex index = SearchIndex.Of(inventory.Catalog);
        string[] stems = [.. words.Select(WordReader.Stem)];
        (int Tool, double Shared)[] near =
        [
            .. inventory
                .Available.Select(tool => (tool, Shared: index[tool].Spellings.Max(name => Shared(stems, name))))
                .Where(static near => near.Shared >= LeastShared)
                .OrderByDescending(static near => near.Shared),
        ];
        if (near.Length == 0)
        {
            return -1;
        }

        int[] best = [.. near.TakeWhile(n => n.Shared == near[0].Shared).Select(static n => n.Tool)];
        int first = Array.FindIndex(found, best.Contains);
        return first >= 0 ? found[first] : best[0];
    }

    /// <summary>The words that two names share, as a share of the words of both; none when they differ in what they do.</summary>
    private static double Shared(string[] stems, string[] others) =>
        stems is [var verb, ..] && others[0] == verb
            ? 2.0 * others.Intersect(stems).Count() / (stems.Length + others.Length)
            : 0;

    /// <summary>The words after those for the host and the server, however the product's name is split into words.</summary>
    private static IEnumerable<string> WithoutServer(List<string> words, string product)
    {
        int start = words is [HostPrefix, ..] ? 1 : 0;
        string before = string.Empty;
        for (int i = start; i < words.Count && before.Length < product.Length; i++)
        {
            before += words[i];
            start = before.Equals(product, StringComparison.OrdinalIgnoreCase) ? i + 1 : start;
        }

        return words.Skip(start);
    }
}
