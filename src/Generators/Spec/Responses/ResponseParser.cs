using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads how a response is shown.</summary>
internal sealed class ResponseParser(RootSpec root, DiagnosticBag bag)
{
    private const int LargestLimit = 1000;
    private const int UsualMaximumLimit = 100;

    public ResponseModel? Parse(JsonValue value, bool isHandler)
    {
        if (SpecObject.Open(value, KnownKeys.Response, bag) is not { } spec)
        {
            return null;
        }

        bool isList = spec.Flag("list") ?? false;
        string? shape = ParseShape(spec);
        JsonValue? outcome = spec.Text("outcome");
        if (!spec.Has("shape"))
        {
            if (isList)
            {
                bag.Report(Descriptors.ListWithoutShape, spec.Find("list")!);
            }
            else if (!isHandler && !spec.Has("outcome"))
            {
                bag.Report(Descriptors.EmptyResponse, value);
            }
        }

        PaginationModel? pagination = ParsePagination(spec, isList);
        (int limit, int maximum) = ParseLimits(spec, isList);
        string level = spec.Word("level", WordSets.Levels) ?? nameof(DetailLevel.Summary);
        // Read once the arguments are known.
        spec.Object("filter");
        spec.Items("leavesOut");
        ListResponseParser list = new(spec, isList);
        EquatableArray<string> paths = list.ParsePaths();
        return new ResponseModel(
            shape,
            isList,
            paths.Count > 0 ? paths[0] : "",
            level,
            limit,
            maximum,
            pagination,
            outcome?.Text
        )
        {
            MorePaths = paths.Skip(1).ToEquatableArray(),
            Children = list.ParseChildren(),
            IsSeries = list.ParseLayout(),
            Total = list.ParseTotal(
                shape is not null && root.Shapes.TryGetValue(shape, out ShapeModel? shown) ? shown : null
            ),
        };
    }

    /// <summary>Checks the placeholders of an outcome once the arguments are known.</summary>
    public static void CheckOutcome(JsonValue response, ToolArguments arguments, DiagnosticBag bag)
    {
        if (response.Find("outcome") is not { Kind: JsonKind.String } outcome)
        {
            return;
        }

        var timeout = TimeSpan.FromSeconds(1);
        foreach (
            Match match in Regex.Matches(outcome.Text, @"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant, timeout)
        )
        {
            string name = match.Groups["name"].Value;
            if (arguments.FindBindable(name) is null)
            {
                bag.Report(Descriptors.UnknownOutcomeArgument, outcome, name, arguments.Tool);
            }
        }
    }

    private string? ParseShape(SpecObject spec)
    {
        if (spec.Text("shape") is not { } shape)
        {
            return null;
        }

        if (root.KnowsAllShapes && !root.Shapes.ContainsKey(shape.Text))
        {
            bag.Report(Descriptors.UnknownShape, shape, shape.Text, Suggestion.For(shape.Text, root.Shapes.Keys));
            return null;
        }

        return shape.Text;
    }

    private PaginationModel? ParsePagination(SpecObject spec, bool isList)
    {
        if (spec.Find("pagination") is not { } pagination)
        {
            return null;
        }

        if (!isList)
        {
            bag.Report(Descriptors.PaginationWithoutList, pagination);
        }

        return PaginationParser.Parse(pagination, bag);
    }

    private (int Limit, int Maximum) ParseLimits(SpecObject spec, bool isList)
    {
        int limit = spec.Integer("limit", 1, LargestLimit) ?? 0;
        int? maximum = spec.Integer("maxLimit", 1, LargestLimit);
        if (!isList && (spec.Find("limit") ?? spec.Find("maxLimit")) is { } idle)
        {
            bag.Report(Descriptors.BadLimit, idle, "A limit needs a list response");
        }
        else if (limit > maximum)
        {
            bag.Report(Descriptors.BadLimit, spec.Find("limit")!, $"limit {limit} is above maxLimit {maximum}");
        }
        else if (maximum is not null && !spec.Has("limit"))
        {
            bag.Report(Descriptors.BadLimit, spec.Find("maxLimit")!, "'maxLimit' needs a 'limit'");
        }

        return (limit, limit == 0 ? 0 : maximum ?? Math.Max(limit, UsualMaximumLimit));
    }
}
