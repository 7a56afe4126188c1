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

    private bool Has(JsonElement item, string word) =>
        Members.Any(name =>
            JsonPath.TryFind(item, name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase)
        );
}
