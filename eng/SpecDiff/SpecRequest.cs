using ClickUpMcp.Generators.Leaves;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>One request of the spec, in the terms of a document.</summary>
/// <param name="Operation">The official operation id.</param>
/// <param name="Route">Method and path with placeholders that have no names.</param>
/// <param name="Leaves">What it sends.</param>
/// <param name="Unbound">What it deliberately does not send.</param>
/// <param name="Deviations">What it deliberately sends in another way.</param>
internal sealed record SpecRequest(
    string Operation,
    string Route,
    IReadOnlyList<OpenApiLeaf> Leaves,
    IReadOnlyList<ExcuseModel> Unbound,
    IReadOnlyList<ExcuseModel> Deviations
)
{
    public static IEnumerable<SpecRequest> Of(ToolModel tool) =>
        tool.Requests.Select(request => new SpecRequest(
            request.Operation,
            OpenApiOperation.RouteOf(request.Method, string.Concat(request.Path.Select(part => part.Literal ?? "{}"))),
            [
                .. RequestLeaves
                    .Of(request, tool.Arguments, tool.Response?.Pagination)
                    .Select(LeafKinds.ToDocumented)
                    .DistinctBy(leaf => leaf.Location),
            ],
            [.. request.Unbound],
            [.. request.Deviations]
        ));
}
