namespace ClickUpMcp.Generators.Model;

/// <summary>The words by which people search tools.</summary>
internal sealed record SearchModel(
    EquatableArray<string> Fillers,
    EquatableArray<EquatableArray<string>> Synonyms,
    EquatableArray<SearchIntentModel> Intents,
    EquatableArray<SearchLimitModel> Limits
)
{
    /// <summary>No words at all.</summary>
    public static SearchModel Empty { get; } = new(default, default, default, default);
}
