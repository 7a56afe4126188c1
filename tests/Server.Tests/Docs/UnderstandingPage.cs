using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests.Discovery;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Search;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page of how much of what people and models say is understood, beside what it was at first.</summary>
internal static class UnderstandingPage
{
    // The figures of the first measurement of each set; what a set was like before it was looked at is what a stranger may expect.
    private static readonly (string File, string What, string First, string AmongThree)[] Sets =
    [
        ("queries", "the first set, by which the search was tuned", "0.56", "0.67"),
        ("unseen", "phrases of strangers", "0.54", "0.66"),
        ("heldout", "held out at first", "0.33", "0.48"),
        ("everyday", "everyday phrases", "", ""),
        ("strangers", "phrases of other strangers", "0.705", "0.820"),
        ("late", "roundabout ones, written last", "0.450", "0.725"),
    ];

    public static string Write()
    {
        StringBuilder page = new();
        page.Append(
            """
            <!-- Generated; run './build.sh docs' to renew. -->
            # What is understood

            Each figure is of a committed set, counted by the test that writes this page. What was first measured stands beside it, taken down
            when the set was new or the kind of mistake was first looked at; sets that were looked at since are understood better than what nobody has said yet.

            | what | at first | now |
            | --- | ---: | ---: |

            """
        );
        foreach ((string what, string first, string now) in Rows())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {what} | {first} | {now} |\n");
        }

        page.Append(
            """

            Dates: `tests/Server.Tests/Values/said-dates.tsv`, each expression with what it means or why it is refused. One that is refused with a reason of
            its own names no day (`soon`), or more than one. Of 167 expressions of a date library's own tests 105 were refused at first; that set is not ours to publish.

            Queries: `tests/Server.Tests/Discovery/*.tsv`, each with the tools that serve it. hit@1: the first tool found serves it; hit@3: one of the first three does.

            """
        );
        return page.ToString();
    }

    private static IEnumerable<(string What, string First, string Now)> Rows()
    {
        string[][] dates = Table("tests/Server.Tests/Values/said-dates.tsv");
        int refused = dates.Count(static row => row[1].StartsWith("! ", StringComparison.Ordinal));
        int unexplained = dates.Count(static row =>
            DateParser.FindProblem(row[0])?.Contains("is not a date", StringComparison.Ordinal) == true
        );
        yield return ($"date expressions refused, of {dates.Length}", "218", Text(refused));
        yield return ("of these, refused without a reason of their own", "", Text(unexplained));
        ToolSearch search = new(Inventory(""));
        foreach ((string file, string what, string first, string amongThree) in Sets)
        {
            FoundQuery[] found = [.. FoundQuery.Read(file, search).Where(static q => !q.IsImpossible)];
            yield return ($"`find_tools`, hit@1 of {found.Length}: {what}", first, Share(found, static q => q.IsFirst));
            yield return ("the same, hit@3", amongThree, Share(found, static q => q.IsAmongThree));
        }

        yield return ("bytes of `tools/list`, `core`", "13671", Text(Bytes("")));
        yield return ("the same where `workspace` is listed", "", Text(Bytes("", oneWorkspace: false)));
        yield return ("bytes a tool, `all`", "404", PerTool());
        yield return ("the same where `workspace` is listed", "", PerTool(oneWorkspace: false));
    }

    private static int Bytes(string personas, bool oneWorkspace = true) =>
        Inventory(personas).List(oneWorkspace: oneWorkspace).Length;

    private static string PerTool(bool oneWorkspace = true)
    {
        const string Everything = "all";
        int tools = JsonElement.Parse(Inventory(Everything).List(oneWorkspace: oneWorkspace).Span).GetArrayLength();
        return ((double)Bytes(Everything, oneWorkspace) / tools).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Share(FoundQuery[] found, Func<FoundQuery, bool> isHit) =>
        found.Average(query => isHit(query) ? 1 : 0d).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static ToolInventory Inventory(string personas) =>
        new(
            EmittedCatalog.Instance,
            ToolPolicy.Create(
                personas.Length == 0 ? new ToolPolicyOptions() : new ToolPolicyOptions { Personas = personas },
                EmittedCatalog.Instance
            )
        );

    private static string[][] Table(string file) =>
        [
            .. Repository
                .Read(file)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => line.Split('\t')),
        ];
}
