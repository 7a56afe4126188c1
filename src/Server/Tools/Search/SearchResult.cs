using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Search;

/// <summary>What a query found.</summary>
/// <param name="Tools">The tools that fit, best first.</param>
/// <param name="Limit">What the query asks for and no tool can do; null when that is not so.</param>
/// <param name="Nearest">When nothing fits: the tools that come nearest.</param>
internal sealed record SearchResult(
    IReadOnlyList<ToolDescriptor> Tools,
    SearchLimit? Limit,
    IReadOnlyList<ToolDescriptor> Nearest
);
