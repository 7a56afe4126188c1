using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the rules across arguments.</summary>
internal sealed class RuleParser(ToolArguments arguments, DiagnosticBag bag)
{
    public EquatableArray<RuleModel> Parse(SpecObject tool) =>
        tool.Items("rules").Select(Parse).OfType<RuleModel>().ToEquatableArray();

    private RuleModel? Parse(JsonValue value)
    {
        if (SpecObject.Open(value, KnownKeys.Rule, bag) is not { } spec)
        {
            return null;
        }

        if (value.Members.Count != 1)
        {
            bag.Report(Descriptors.BadRule, value, string.Join(", ", value.Members.Select(m => m.Name)), Single);
            return null;
        }

        string word = value.Members[0].Name;
        if (!Enum.TryParse(CSharpNames.Pascal(word), out RuleKind kind) || !KnownKeys.Rule.Keys.Contains(word))
        {
            return null;
        }

        IReadOnlyList<JsonValue> names = spec.Texts(word);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonValue name in names)
        {
            string? problem =
                arguments.Find(name.Text) is not { } argument
                    ? $"names '{name.Text}', which is not an argument of the tool"
                : !seen.Add(name.Text) ? $"names '{name.Text}' twice"
                : RuleModel.IsOverThings(kind) && !IsThing(argument.Type)
                    ? $"names '{name.Text}', which names nothing that there is"
                : RuleModel.IsOverDates(kind) && argument.Type.Kind != Expected(kind, seen.Count)
                    ? $"names '{name.Text}', which is not a {Expected(kind, seen.Count).ToString().ToLowerInvariant()}"
                : null;
            if (problem is not null)
            {
                bag.Report(Descriptors.BadRule, name, word, problem);
            }
        }

        if (names.Count < 2 && kind != RuleKind.NotFuture && value.Members[0].Value.Kind == JsonKind.Array)
        {
            bag.Report(Descriptors.BadRule, value.Members[0].Value, word, "needs at least two arguments");
        }

        return new RuleModel(kind, names.Select(n => n.Text).ToEquatableArray());
    }

    private static bool IsThing(TypeModel type) =>
        type.Kind is TypeKind.Entity or TypeKind.String
        || (type.Kind == TypeKind.Array && type.Items?.Kind == TypeKind.Entity);

    // The first of a span is a date, the second a duration.
    private static TypeKind Expected(RuleKind kind, int position) =>
        kind == RuleKind.SpanNotFuture && position == 2 ? TypeKind.Duration : TypeKind.Date;

    private const string Single = "must be one object with one key";
}
