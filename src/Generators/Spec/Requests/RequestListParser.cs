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
        List<RequestCondition?> whens = [];
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
            RequestCondition? when = whens[i];
            // Of an argument that has another value than an earlier request asks for, nothing is known.
            string?[] absent = [.. whens.Take(i).Where(w => w is { Value: null }).Select(w => w!.Argument)];
            if (specs[i] is { } spec)
            {
                requests.Add(parser.Parse(spec, when, name => !isCertain || IsGiven(name, when?.Argument, absent)));
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

    private RequestCondition? ParseWhen(SpecObject spec, bool isLast, List<RequestCondition?> earlier)
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

        return new WhenParser(arguments, bag).Parse(spec.Find("when")!, earlier);
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
