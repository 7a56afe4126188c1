using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the request of an entry, or the requests of which the first that fits is sent.</summary>
internal sealed class RequestListParser(
    RootSpec root,
    ToolArguments arguments,
    EquatableArray<RuleModel> rules,
    PaginationModel? pagination,
    DiagnosticBag bag
)
{
    private const int Fewest = 2;

    /// <summary>Whether an entry has requests, broken ones included.</summary>
    public static bool IsIn(SpecObject tool) => tool.Has("request") || tool.Has("requests");

    public EquatableArray<RequestModel> Parse(SpecObject tool)
    {
        SpecObject?[] specs = [.. Values(tool).Select(value => SpecObject.Open(value, KnownKeys.Request, bag))];
        List<string?> whens = [];
        for (int i = 0; i < specs.Length; i++)
        {
            whens.Add(specs[i] is { } spec ? ParseWhen(spec, isLast: i == specs.Length - 1, whens) : null);
        }

        // A path that relies on a broken 'when' or rule is not a second mistake.
        bool isCertain = specs.Length == 1 || bag.Diagnostics.Count == 0;
        var parser = new RequestParser(root, arguments, pagination, bag);
        List<RequestModel> requests = [];
        for (int i = 0; i < specs.Length; i++)
        {
            string? when = whens[i];
            string?[] earlier = [.. whens.Take(i)];
            if (specs[i] is { } spec)
            {
                requests.Add(parser.Parse(spec, when, name => !isCertain || IsGiven(name, when, earlier)));
            }
        }

        return requests.ToEquatableArray();
    }

    private IReadOnlyList<JsonValue> Values(SpecObject tool)
    {
        if (tool.Find("request") is { } single)
        {
            // Both at once is reported elsewhere, and nothing follows from it.
            return tool.Has("requests") ? [] : [single];
        }

        IReadOnlyList<JsonValue> several = tool.Items("requests");
        if (several.Count >= Fewest || tool.Find("requests") is not { Kind: JsonKind.Array } list)
        {
            return several;
        }

        bag.Report(Descriptors.TooFewRequests, list, several.Count);
        return [];
    }

    private string? ParseWhen(SpecObject spec, bool isLast, List<string?> earlier)
    {
        if (isLast)
        {
            if (spec.Find("when") is { } idle)
            {
                bag.Report(Descriptors.MisplacedWhen, idle);
            }

            return null;
        }

        if (!spec.Has("when"))
        {
            bag.Report(Descriptors.MissingWhen, spec.Value);
            return null;
        }

        if (spec.Text("when") is not { } when)
        {
            return null;
        }

        ArgumentModel? argument = arguments.Declared.FirstOrDefault(d => d.Model.Name == when.Text)?.Model;
        if (argument is null)
        {
            string hint = Suggestion.For(when.Text, arguments.Declared.Select(d => d.Model.Name));
            bag.Report(Descriptors.UnknownWhen, when, when.Text, arguments.Tool, hint);
            return null;
        }

        if (earlier.Contains(when.Text))
        {
            bag.Report(Descriptors.RepeatedWhen, when, when.Text);
        }
        else if (argument.Required || argument.Default is not null)
        {
            bag.Report(Descriptors.ConstantWhen, when, when.Text);
        }

        arguments.MarkUsed(when.Text);
        return when.Text;
    }

    // Where a request is sent, its 'when' is there and those of the requests before it are not; the rules say what follows.
    private bool IsGiven(string name, string? when, string?[] absent) =>
        name == when
        || rules.Any(rule =>
            rule.Arguments.Contains(name)
            && rule.Kind switch
            {
                RuleKind.ExactlyOne or RuleKind.AtLeastOne => rule.Arguments.All(a => a == name || absent.Contains(a)),
                RuleKind.Requires => rule.Arguments[0] == when,
                _ => false,
            }
        );
}
