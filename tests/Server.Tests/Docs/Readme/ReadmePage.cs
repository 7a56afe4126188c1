using System.Globalization;
using System.Text;
using ClickUpMcp.Driver;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tests.Catalogue;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Docs.Readme;

/// <summary>Writes the parts of README that the program knows better; the prose around them is written by hand.</summary>
internal static class ReadmePage
{
    private const string End = "<!-- end -->";

    public static string Write(IReadOnlyList<SampleQuestion> session) =>
        With(With(Repository.Read("README.md"), "figures", Figures()), "questions", Questions(session));

    private static string With(string page, string part, string content)
    {
        string mark = $"<!-- {part} -->\n";
        int start = page.IndexOf(mark, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"README has no part {part}.");
        start += mark.Length;
        return $"{page[..start]}{content}{page[page.IndexOf(End, start, StringComparison.Ordinal)..]}";
    }

    private static string Figures()
    {
        int operations = OfficialOperations.Committed.Count;
        IToolGateway gateway = new CompositionRoot(TimeProvider.System)
            .CreateInventory(new ServerOptions { Sandbox = true })
            .Tools.Value;
        int listed = new CompositionRoot(TimeProvider.System).DescribeTools(new ServerOptions()).Count;
        double kilobytes = gateway.ToolList.Length / 1000.0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            * {ToolCatalog.Count} tools reach {operations
                - OfficialOperations.WithoutTool.Count} of the {operations} operations of ClickUp's public API ([all tools](docs/tools/README.md), [which operation is where](docs/tools/coverage.md),
              [what cannot be done](docs/limits.md), [how much of what is said is understood](docs/understanding.md)).
            * An agent pays for {listed} of them: the list it reads by default has {kilobytes:F1} KB, and `find_tools` finds the rest when it is needed.
            * {Measured("spawn to `tools/list` response, ms")} ms from its start to its list of tools, {Measured(
                "resident after `tools/list`, MiB"
            )} MiB resident, {Measured(
                "size of the binary, MiB"
            )} MiB on disk ([how that was measured](bench/results/end-to-end.md)).

            """
        );
    }

    private static string Questions(IReadOnlyList<SampleQuestion> session)
    {
        StringBuilder text = new();
        foreach (SampleQuestion question in session)
        {
            text.Append(CultureInfo.InvariantCulture, $"1. {question.Question}\n");
        }

        return text.ToString();
    }

    /// <summary>The median of a row of the benchmark's results.</summary>
    private static string Measured(string row)
    {
        string start = $"| {row} | ";
        string line = Repository
            .Read("bench", "results", "end-to-end.md")
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))
            .ShouldNotBeNull($"The results have no row: {row}");
        string median = line[start.Length..].Split(' ')[0];
        return double.Parse(median, CultureInfo.InvariantCulture).ToString("F1", CultureInfo.InvariantCulture);
    }
}
