using ClickUpMcp.Driver;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Search;

namespace ClickUpMcp.Tests.Discovery;

/// <summary>A query of the committed set, the tools that would do, and what the search finds.</summary>
internal sealed record FoundQuery(string Query, string[] Wanted, IReadOnlyList<string> Found)
{
    /// <summary>Stands in the set for a query that no tool can serve.</summary>
    private const string None = "NONE";

    public bool IsImpossible => Wanted is [None];

    public bool IsFirst => Found.Count > 0 && Wanted.Contains(Found[0]);

    public bool IsAmongThree => Found.Take(3).Any(Wanted.Contains);

    /// <summary>The committed sets.</summary>
    public static string[] Files => ["queries", "unseen", "heldout", "everyday", "strangers", "late"];

    public static IEnumerable<FoundQuery> Read(string file, ToolSearch search) =>
        Repository
            .Read($"tests/Server.Tests/Discovery/{file}.tsv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('\t'))
            .Select(line => new FoundQuery(
                line[0],
                line[1].Split('|'),
                [.. search.Find(line[0]).Tools.Select(ToolCatalog.Name)]
            ));

    public override string ToString() =>
        $"{Query}: wanted {string.Join(" or ", Wanted)}, found {string.Join(", ", Found.Take(4))}";
}
