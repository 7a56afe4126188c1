using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Which items of a response a call wants: those with some words, or those with some ids.</summary>
internal sealed class ItemFilter
{
    private readonly List<WordSearch> _searches = [];
    private readonly List<(string Path, IReadOnlyList<(string Id, string Text)> Things)> _choices = [];

    /// <summary>Whether an item has all words that are looked for.</summary>
    public Func<JsonElement, bool>? Matches => IsSearch ? item => _searches.TrueForAll(s => s.Matches(item)) : null;

    /// <summary>Whether words are looked for, so that the caller should know how far.</summary>
    public bool IsSearch => _searches.Count > 0;

    /// <summary>Leaves the items whose member has all these words; null leaves all.</summary>
    public ItemFilter Words(string path, string? words)
    {
        if (words is not null)
        {
            _searches.Add(new WordSearch(words, [path]));
        }

        return this;
    }

    /// <summary>Leaves the items whose member is one of these ids, in their order; none leaves all.</summary>
    /// <param name="path">The member.</param>
    /// <param name="given">The things in the caller's words.</param>
    /// <param name="ids">What they mean.</param>
    public ItemFilter Ids(string path, IReadOnlyList<EntityReference>? given, EntityId[]? ids)
    {
        if (given is { Count: > 0 } && ids is not null)
        {
            _choices.Add((path, [.. given.Zip(ids, static (thing, id) => (id.Value, thing.Text))]));
        }

        return this;
    }

    /// <inheritdoc cref="Ids(string, IReadOnlyList{EntityReference}, EntityId[])"/>
    public ItemFilter Ids(string path, EntityReference? given, EntityId? id) =>
        given is null || id is not { } known ? this : Ids(path, [given], [known]);

    /// <summary>The items with the ids that are asked for, and what there is to say of those that are missing.</summary>
    /// <exception cref="ActionableException">None of them is there.</exception>
    public IReadOnlyList<JsonElement> Choose(IReadOnlyList<JsonElement> items, string plural, List<string> remarks)
    {
        foreach ((string path, IReadOnlyList<(string Id, string Text)> things) in _choices)
        {
            ILookup<string?, JsonElement> byId = items.ToLookup(item => IdOf(item, path));
            string[] missing = [.. things.Where(thing => !byId.Contains(thing.Id)).Select(static thing => thing.Text)];
            if (missing.Length == things.Count)
            {
                throw new ActionableException(
                    $"None of these {plural} is here: {string.Join(", ", missing)}.",
                    items.Count == 0 ? "The response is empty." : "The response holds others.",
                    items.Count == 0 ? null : "Use one of the options, or look in another place.",
                    [.. items.Select(item => Describe(item, path))]
                );
            }

            if (missing.Length > 0)
            {
                remarks.Add($"Not found: {string.Join(", ", missing)}.");
            }

            items = [.. things.SelectMany(thing => byId[thing.Id])];
        }

        return items;
    }

    private static string Describe(JsonElement item, string path)
    {
        string? id = IdOf(item, path);
        string? label = LenientValue.Text(item);
        return label is null || label == id ? $"{id}" : $"{label} (id {id})";
    }

    private static string? IdOf(JsonElement item, string path) =>
        JsonPath.TryFind(item, path, out JsonElement id) ? LenientValue.Text(id) : null;
}
