using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>Finds the tool that a name means which no tool has: another server's spelling, a mistyping, or other words.</summary>
internal static class ToolSuggestion
{
    // Longer ones are no names, and whoever sends them should not make us search.
    private const int LongestName = 100;

    private const int LettersPerTypingError = 6;

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

        return new ToolSearch(inventory).Find(string.Join(' ', words)).Tools is [var best, ..]
            ? best.Name
            : DidYouMean.Closest(spelled, inventory.AvailableNames);
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
