using System.Globalization;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Http.EdgeTable;

/// <summary>The table of checks in <c>docs/http.md</c>: every row of it, and their order.</summary>
public sealed class EdgeTableTests
{
    public static TheoryData<string, int> Rows()
    {
        TheoryData<string, int> data = [];
        foreach (EdgeRow row in EdgeRows.All)
        {
            data.Add(row.Name, row.Status);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Requirement", "H-01")]
    [Trait("Requirement", "H-04")]
    [Trait("Requirement", "H-05")]
    public async Task Each_row_answers_as_documented(string name, int status)
    {
        EdgeRow row = EdgeRows.All.Single(row => (row.Name, row.Status) == (name, status));
        await using GuardedServer server = await GuardedServer.StartAsync();
        RequestDraft draft = await server.GoodAsync(row.IsModern ?? false);
        row.Break(draft);

        await ShouldBeRefusedAsync(server, draft, row);
    }

    [Fact]
    public void Every_row_of_the_documentation_has_its_case_and_no_case_is_without_one() =>
        EdgeRows
            .All.GroupBy(row => (row.Name, row.Code))
            .Select(rows => $"{rows.Key.Name} | {string.Join(", ", rows.Select(row => row.Status))} | {rows.Key.Code}")
            .ShouldBe(Documented());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_broken_row_answers(bool isModern)
    {
        EdgeRow[] rows = [.. EdgeRows.All.Where(row => row.AppliesTo(isModern))];
        for (int first = 0; first < rows.Length; first++)
        {
            await using GuardedServer server = await GuardedServer.StartAsync();
            RequestDraft draft = await server.GoodAsync(isModern);
            // From the last to the first, so that an earlier row's spoiling is not undone; all below are broken too.
            foreach (EdgeRow row in rows[first..].Where(row => row == rows[first] || !row.IsHeavy).Reverse())
            {
                row.Break(draft);
            }

            await ShouldBeRefusedAsync(server, draft, rows[first]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_good_request_passes_all_rows(bool isModern)
    {
        await using GuardedServer server = await GuardedServer.StartAsync();

        string reply = await server.Server.RawAsync((await server.GoodAsync(isModern)).ToString());

        reply.ShouldStartWith("HTTP/1.1 200 ");
        reply.ShouldContain("\"tools\":[");
    }

    private static async Task ShouldBeRefusedAsync(GuardedServer server, RequestDraft draft, EdgeRow row)
    {
        string reply = await row.SendAsync(server, draft.ToString())
            .WaitAsync(HttpServer.Patience, TestContext.Current.CancellationToken);
        reply.ShouldStartWith(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {row.Status} "),
            customMessage: row.Name
        );
        reply.ShouldContain($"\"code\":{row.Code}", customMessage: row.Name);
    }

    /// <summary>The first three columns of the table of checks.</summary>
    private static IEnumerable<string> Documented() =>
        Repository
            .Read("docs", "http.md")
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("| check | status | code |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => string.Join(" | ", line.Split('|')[1..4].Select(cell => cell.Trim())));
}
