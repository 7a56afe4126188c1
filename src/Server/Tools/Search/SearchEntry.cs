using System.Text.Json;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Search;

/// <summary>The words by which one tool is found.</summary>
internal sealed class SearchEntry
{
    private const double InName = 1;
    private const double InKeyword = 0.95;
    private const double InAlias = 0.85;
    private const double InCategory = 0.35;
    private const double InArgument = 0.3;

    private SearchEntry(Dictionary<int, double> weights, int[][] objectWords, SearchTerm[] objectTerms)
    {
        Weights = weights;
        ObjectWords = objectWords;
        ObjectTerms = objectTerms;
    }

    /// <summary>What each token says about the tool: most in its name, least in its arguments.</summary>
    public Dictionary<int, double> Weights { get; }

    /// <summary>The words of the name after its verb, each with the tokens that stand for it.</summary>
    public int[][] ObjectWords { get; }

    /// <summary>The same words as terms.</summary>
    public SearchTerm[] ObjectTerms { get; }

    /// <summary>Bits of the intents that the tool serves.</summary>
    public required uint Intents { get; init; }

    /// <summary>Whether its name is in the plural, as of tools that list.</summary>
    public required bool IsPlural { get; init; }

    /// <summary>The stems of the words of its name, and of each other name that it has.</summary>
    public required string[][] Spellings { get; init; }

    /// <summary>How many words the name has.</summary>
    public required int Words { get; init; }

    /// <summary>Whether it finds or runs other tools.</summary>
    public required bool IsDiscovery { get; init; }

    public static SearchEntry Read(ToolDescriptor tool, SearchVocabulary vocabulary, SearchIntents intents)
    {
        Dictionary<int, double> weights = [];
        int[] name = vocabulary.Learn(tool.Name);
        int[] named = name.Length > 1 ? name[1..] : name;
        WeighWords(name, InName);
        Array.ForEach(tool.Keywords, keyword => Weigh(keyword, InKeyword));
        Array.ForEach(tool.Aliases, alias => Weigh(alias, InAlias));
        Weigh(tool.Description, SearchScores.Description);
        Weigh(tool.Category, InCategory);
        Weigh(Arguments(tool), InArgument);
        return new SearchEntry(
            weights,
            [.. named.Select(word => (int[])[word, .. vocabulary.GroupsOf([word])])],
            [.. vocabulary.Terms(named)]
        )
        {
            Intents = intents.Of(name[0], tool.Traits.HasFlag(ToolTraits.ReadOnly)),
            IsPlural = WordReader.IsPlural(WordReader.Split(tool.Name)[^1]),
            Spellings = [.. tool.Aliases.Prepend(tool.Name).Select(Stems)],
            Words = tool.Name.Split('_').Length,
            IsDiscovery = tool.Category == CatalogView.DiscoveryCategory,
        };

        void Weigh(string text, double weight) => WeighWords(vocabulary.Learn(text), weight);

        void WeighWords(int[] words, double weight)
        {
            foreach (int token in vocabulary.Tokens(words))
            {
                double worth = token < 0 ? weight * SearchScores.Synonym : weight;
                weights[token] = Math.Max(weights.GetValueOrDefault(token), worth);
            }
        }
    }

    private static string[] Stems(string name) => [.. WordReader.Split(name).Select(WordReader.Stem)];

    private static string Arguments(ToolDescriptor tool)
    {
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        return schema.RootElement.TryGetProperty("properties", out JsonElement properties)
            ? string.Join(' ', properties.EnumerateObject().Select(static p => p.Name))
            : string.Empty;
    }
}
