using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

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

        IReadOnlyList<ToolDescriptor> found = new ToolSearch(inventory).Find(string.Join(' ', words)).Tools;
        return MostShared(words, found, inventory)
            ?? (found is [var best, ..] ? best.Name : DidYouMean.Closest(spelled, inventory.AvailableNames));
    }

    /// <summary>The tool that starts with the same verb and shares most words with a name, if that is most of both; of several the one that a search finds first.</summary>
    private static string? MostShared(string[] words, IReadOnlyList<ToolDescriptor> found, ToolInventory inventory)
    {
        string[] stems = [.. words.Select(WordReader.Stem)];
        (string Name, double Shared)[] near =
        [
            .. inventory
                .Available.Select(inventory.Catalog.Describe)
                .Select(tool => (tool.Name, Shared: tool.Aliases.Prepend(tool.Name).Max(name => Shared(stems, name))))
                .Where(static near => near.Shared >= LeastShared)
                .OrderByDescending(static near => near.Shared),
        ];
        if (near.Length == 0)
        {
            return null;
        }

        string[] best = [.. near.TakeWhile(n => n.Shared == near[0].Shared).Select(static n => n.Name)];
        return found.Select(static tool => tool.Name).FirstOrDefault(best.Contains) ?? best[0];
    }

    /// <summary>The words that two names share, as a share of the words of both; none when they differ in what they do.</summary>
    private static double Shared(string[] stems, string name)
    {
        string[] others = [.. WordReader.Split(name).Select(WordReader.Stem)];
        return stems is [var verb, ..] && others[0] == verb
            ? 2.0 * others.Intersect(stems).Count() / (stems.Length + others.Length)
            : 0;
    }

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
