using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the words by which people search tools.</summary>
internal sealed class SearchParser(DiagnosticBag bag)
{
    /// <summary>An intent is one bit at run time.</summary>
    private const int MostIntents = 32;

    public SearchModel Parse(JsonValue? value)
    {
        if (value is null || SpecObject.Open(value, KnownKeys.Search, bag) is not { } search)
        {
            return SearchModel.Empty;
        }

        IReadOnlyList<JsonMember> intents = search.Members("intents");
        if (intents.Count > MostIntents)
        {
            bag.Report(Descriptors.NumberOutOfRange, search.Find("intents")!, "intents", 0, MostIntents);
        }

        return new SearchModel(
            Texts(search, "fillers"),
            search
                .Items("synonyms")
                .Where(group => SpecObject.Expect(group, JsonKind.Array, "A group of 'synonyms'", bag))
                .Select(group => Texts(group, "A synonym"))
                .ToEquatableArray(),
            intents
                .Where(intent => SpecObject.Expect(intent.Value, JsonKind.Array, $"'{intent.Name}'", bag))
                .Select(intent => new SearchIntentModel(intent.Name, Texts(intent.Value, "A word of an intent")))
                .ToEquatableArray(),
            search.Items("limits").Select(ParseLimit).OfType<SearchLimitModel>().ToEquatableArray()
        );
    }

    /// <summary>The phrases of a key.</summary>
    public static EquatableArray<string> Texts(SpecObject spec, string key) =>
        spec.Texts(key).Select(text => text.Text).ToEquatableArray();

    private EquatableArray<string> Texts(JsonValue array, string what) =>
        array
            .Items.Where(item => SpecObject.Expect(item, JsonKind.String, what, bag))
            .Select(item => item.Text)
            .ToEquatableArray();

    private SearchLimitModel? ParseLimit(JsonValue value)
    {
        if (SpecObject.Open(value, KnownKeys.SearchLimit, bag) is not { } limit)
        {
            return null;
        }

        string wish = limit.RequiredText("wish")?.Text ?? "";
        string reason = limit.RequiredText("reason")?.Text ?? "";
        _ = limit.Required("keywords");
        return new SearchLimitModel(wish, reason, Texts(limit, "keywords"));
    }
}
