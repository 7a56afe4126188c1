using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>What a query found; tools are their places in the catalogue.</summary>
/// <param name="Tools">The tools that fit, best first.</param>
/// <param name="Limit">What the query asks for and no tool can do; null when that is not so.</param>
/// <param name="Nearest">When nothing fits: the tools that come nearest.</param>
internal sealed record SearchResult(int[] Tools, SearchLimit? Limit, int[] Nearest);
