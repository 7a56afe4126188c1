using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>Compares the requests of the spec that send one operation with what its document says.</summary>
internal static class OperationComparison
{
    private const string Query = "query.";

    public static IEnumerable<Difference> Compare(OpenApiOperation operation, IReadOnlyList<SpecRequest> requests)
    {
        if (requests.Count == 0)
        {
            return [new Difference(operation.Id, "operation", Difference.NotBound)];
        }

        List<OpenApiLeaf> sent = [.. requests.SelectMany(request => request.Leaves)];
        return
        [
            .. requests
                .Where(request => !IsRoute(request.Route, operation.Route))
                .Select(request => At("path", $"document {operation.Route}, spec {request.Route}")),
            .. operation
                .Leaves.Where(leaf => !IsSent(leaf, sent))
                .Select(leaf => At(leaf.Location, Difference.NotBound)),
            .. sent.Where(leaf => !IsDocumented(leaf, operation.Leaves))
                .Select(leaf => At(leaf.Location, "not documented")),
            .. operation.Leaves.SelectMany(leaf => Types(leaf, sent)),
            .. requests.SelectMany(request => Required(operation, request, sent)),
        ];

        Difference At(string location, string problem) => new(operation.Id, location, problem);

        IEnumerable<Difference> Types(OpenApiLeaf documented, List<OpenApiLeaf> leaves) =>
            leaves
                .Where(leaf => leaf.Location == documented.Location && !Agrees(leaf, documented))
                .Select(leaf => At(leaf.Location, $"document {documented.Type}, spec {leaf.Type}"));
    }

    private static IEnumerable<Difference> Required(
        OpenApiOperation operation,
        SpecRequest request,
        List<OpenApiLeaf> sent
    )
    {
        foreach (var documented in operation.Leaves)
        {
            var own = request.Leaves.FirstOrDefault(leaf => leaf.Location == documented.Location);
            var isMissing =
                documented.Required
                && IsSent(documented, sent)
                && own is not { Required: true }
                && HoldsParentOf(documented, request)
                && !IsBelowSent(documented, request.Leaves);
            if (isMissing)
            {
                yield return new Difference(
                    operation.Id,
                    documented.Location,
                    "required by the document, optional here"
                );
            }
        }
    }

    /// <summary>Whether the object is there in which the document requires the leaf.</summary>
    private static bool HoldsParentOf(OpenApiLeaf documented, SpecRequest request)
    {
        var parent = documented.Location[..(documented.Location.LastIndexOf('.') + 1)];
        return parent is Query or "body."
            || request.Leaves.Any(leaf => leaf.Location.StartsWith(parent, StringComparison.Ordinal));
    }

    private static bool IsSent(OpenApiLeaf documented, IReadOnlyList<OpenApiLeaf> sent) =>
        sent.Any(leaf => leaf.Location == documented.Location)
        || IsBelowSent(documented, sent)
        || (documented.IsOpen && sent.Any(leaf => IsBelow(leaf.Location, documented.Location)));

    private static bool IsDocumented(OpenApiLeaf leaf, IReadOnlyList<OpenApiLeaf> documented) =>
        documented.Any(other => other.Location == leaf.Location)
        || documented.Any(other => other.IsOpen && IsBelow(leaf.Location, other.Location))
        || (leaf.IsOpen && documented.Any(other => IsBelow(other.Location, leaf.Location)));

    private static bool IsBelowSent(OpenApiLeaf documented, IReadOnlyList<OpenApiLeaf> sent) =>
        sent.Any(leaf => leaf.IsOpen && IsBelow(documented.Location, leaf.Location));

    private static bool IsBelow(string place, string outer) =>
        place.Length > outer.Length
        && place.StartsWith(outer, StringComparison.Ordinal)
        && place[outer.Length] is '.' or '[';

    /// <summary>Whether the spec's route is one of the document's: a placeholder there takes any segment.</summary>
    private static bool IsRoute(string route, string documented)
    {
        var segments = route.Split('/');
        var places = documented.Split('/');
        return segments.Length == places.Length
            && segments.Zip(places).All(pair => pair.Second == pair.First || pair.Second == "{}");
    }

    private static bool Agrees(OpenApiLeaf sent, OpenApiLeaf documented) =>
        documented.Location.StartsWith(Query, StringComparison.Ordinal)
            // A query is text: digits are digits there, and anything is a text.
            ? Overlaps(sent.Kinds, documented.Kinds)
                && (sent.Items == JsonKinds.None || Overlaps(sent.Items, documented.Items))
            : Covers(sent.Kinds, documented.Kinds) && Covers(sent.Items, documented.Items);

    private static bool Overlaps(JsonKinds sent, JsonKinds documented) =>
        documented == JsonKinds.None
        || (sent & documented) != JsonKinds.None
        || (documented.HasFlag(JsonKinds.Text) && !sent.HasFlag(JsonKinds.Array));

    private static bool Covers(JsonKinds sent, JsonKinds documented) =>
        sent == JsonKinds.Any || documented == JsonKinds.None || (sent & ~documented) == JsonKinds.None;
}
