using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Looks for words in what an API can list but not search.</summary>
/// <param name="Words">All of them must be there, in any of the members.</param>
/// <param name="Members">The members that are looked in.</param>
internal sealed record WordSearch(string Words, IReadOnlyList<string> Members)
{
    private readonly string[] _wanted = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether all words are there.</summary>
    public bool Matches(JsonElement item) => Array.TrueForAll(_wanted, word => Has(item, word));

    /// <summary>How far one call looked.</summary>
    /// <param name="count">The items it looked through.</param>
    /// <param name="noun">What they are, as in "tasks that pass the filters".</param>
    /// <param name="hasMore">Whether a cursor leads on.</param>
    public static string Coverage(int count, string noun, bool hasMore) =>
        hasMore
            ? $"Looked through {count} {noun}; there are more: continue with the cursor, or narrow the filters."
            : $"Looked through all {count} {noun}.";

    private bool Has(JsonElement item, string word) =>
        Members.Any(name =>
            JsonPath.TryFind(item, name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase)
        );
}
