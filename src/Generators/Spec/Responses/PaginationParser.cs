using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads how an endpoint pages.</summary>
internal static class PaginationParser
{
    private const int MaximumPageSize = 10_000;

    public static PaginationModel? Parse(JsonValue value, DiagnosticBag bag)
    {
        if (
            SpecObject.Open(value, KnownKeys.Pagination, bag) is not { } spec
            || spec.Required("style") is null
            || spec.Word("style", WordSets.PaginationStyles) is not { } style
        )
        {
            return null;
        }

        int pageSize = spec.Integer("pageSize", 1, MaximumPageSize) ?? 0;
        string parameter = spec.Text("parameter")?.Text ?? (style == nameof(PaginationStyle.StartId) ? "start" : "");
        string next = Path(spec, "next");
        string last = Path(spec, "last");
        string lastItem = Path(spec, "lastItem");
        string? missing = style switch
        {
            _ when parameter.Length == 0 => "'parameter'",
            nameof(PaginationStyle.Page) when !spec.Has("pageSize") && !spec.Has("last") => "'pageSize' or 'last'",
            nameof(PaginationStyle.StartId) when !spec.Has("pageSize") => "'pageSize'",
            nameof(PaginationStyle.Cursor) or nameof(PaginationStyle.BodyCursor) when spec.Has("lastItem") => spec.Has(
                "pageSize"
            )
                ? null
                : "'pageSize'",
            nameof(PaginationStyle.Cursor) or nameof(PaginationStyle.BodyCursor) when !spec.Has("next") =>
                "'next' or 'lastItem'",
            _ => null,
        };
        if (missing is not null)
        {
            bag.Report(Descriptors.IncompletePagination, spec.Find("style")!, spec.Find("style")!.Text, missing);
        }

        int first = spec.Integer("first", 0, 1) ?? 0;
        if (spec.Has("first") && style != nameof(PaginationStyle.Page))
        {
            bag.Report(Descriptors.MisplacedFirst, spec.Key("first"), spec.Find("style")!.Text);
        }

        return new PaginationModel(style, pageSize, parameter, next, last) { First = first, LastItem = lastItem };
    }

    private static string Path(SpecObject spec, string key) =>
        spec.Text(key) is { } path ? FieldPath.Parse(path, allowMapping: false, spec.Bag) ?? "" : "";
}
