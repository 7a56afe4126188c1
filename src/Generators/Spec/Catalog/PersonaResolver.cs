using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Resolves the selectors of personas to tools.</summary>
/// <param name="root">The root, with the personas as written.</param>
/// <param name="entries">All entries in catalogue order.</param>
/// <param name="isComplete">Whether all entries are sound; otherwise nothing is said about selectors that match nothing.</param>
/// <param name="bag">Where diagnostics go.</param>
internal sealed class PersonaResolver(
    RootSpec root,
    IReadOnlyList<ToolEntry> entries,
    bool isComplete,
    DiagnosticBag bag
)
{
    private readonly ToolModel[] _tools = [.. entries.Select(e => e.Model).Where(t => !t.Internal)];

    public EquatableArray<PersonaModel> Resolve() => root.Personas.Select(Resolve).ToEquatableArray();

    private PersonaModel Resolve(JsonMember member)
    {
        NameRules.Check(member.Key, "persona name", NameRules.Name, bag);
        if (SpecObject.Open(member.Value, KnownKeys.Persona, bag) is not { } spec)
        {
            return new PersonaModel(member.Name, "", default, default);
        }

        string description = spec.Description($"the persona '{member.Name}'", required: true) ?? "";
        int before = bag.Diagnostics.Count;
        var selected = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonValue selector in spec.Required("include") is null ? [] : spec.Items("include"))
        {
            selected.UnionWith(Select(selector));
        }

        foreach (JsonValue selector in spec.Items("exclude"))
        {
            selected.ExceptWith(Select(selector));
        }

        if (selected.Count == 0 && isComplete && bag.Diagnostics.Count == before)
        {
            bag.Report(Descriptors.EmptyPersona, member.Key, member.Name);
        }

        HashSet<string> reached = [.. selected, .. spec.Items("reach").SelectMany(Select)];
        return new PersonaModel(member.Name, description, Ordered(selected), Ordered(reached));
    }

    private EquatableArray<string> Ordered(HashSet<string> names) =>
        _tools.Select(t => t.Name).Where(names.Contains).ToEquatableArray();

    private string[] Select(JsonValue value)
    {
        int before = bag.Diagnostics.Count;
        if (SpecObject.Open(value, KnownKeys.Selector, bag) is not { } spec)
        {
            return [];
        }

        IReadOnlyList<JsonValue> names =
        [
            .. spec.Text("tool") is { } one ? [one] : Array.Empty<JsonValue>(),
            .. spec.Texts("tools"),
        ];
        bool isNamed = spec.Has("tool") || spec.Has("tools");
        JsonValue? category = spec.Text("category");
        string? scope = spec.Word("scope", WordSets.Scopes);
        bool? readOnly = spec.Flag("readOnly");
        bool? destructive = spec.Flag("destructive");
        if (category is not null && root.Categories.All(c => c.Name != category.Text))
        {
            string hint = Suggestion.For(category.Text, root.Categories.Select(c => c.Name));
            bag.Report(Descriptors.UnknownCategory, category, category.Text, hint);
        }

        if (bag.Diagnostics.Count > before)
        {
            return [];
        }

        string[] matches =
        [
            .. _tools
                .Where(t =>
                    (!isNamed || names.Any(name => name.Text == t.Name))
                    && (category is null || t.Category == category.Text)
                    && (scope is null || t.Scope == scope)
                    && (readOnly is null || t.ReadOnly == readOnly)
                    && (destructive is null || t.Destructive == destructive)
                )
                .Select(t => t.Name),
        ];
        if (isComplete)
        {
            ReportIdle(value, names, matches);
        }

        return matches;
    }

    // A name that is in the list but means nothing would otherwise hide behind its neighbours.
    private void ReportIdle(JsonValue selector, IReadOnlyList<JsonValue> names, string[] matches)
    {
        if (names.Count > 1)
        {
            foreach (JsonValue name in names.Where(name => _tools.All(t => t.Name != name.Text)))
            {
                bag.Report(Descriptors.IdleSelector, name);
            }
        }
        else if (matches.Length == 0)
        {
            bag.Report(Descriptors.IdleSelector, selector);
        }
    }
}
