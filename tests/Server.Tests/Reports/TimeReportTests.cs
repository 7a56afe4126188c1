using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Reports;

/// <summary>The sums of tracked time are those of the entries, added up by other code.</summary>
public sealed class TimeReportTests
{
    private const string AllTime = "\"start\":\"2026-01-01\",\"end\":\"2026-12-31\",\"workspace\":\"9012000001\"";

    private readonly SandboxSession _session = new(format: OutputFormat.Json, maximumBytes: 1_000_000);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Totals_and_rows_are_the_sums_of_the_entries(int seed)
    {
        GeneratedWorld world = new(_session, seed);
        await world.FillAsync();
        IReadOnlyList<JsonElement> entries = await world.EntriesAsync();

        await CheckAsync(
            entries,
            "person",
            static entry => [entry.GetProperty("user").GetProperty("username").GetString()!]
        );
        await CheckAsync(entries, "space", static entry => [Place(entry, "space_name")]);
        await CheckAsync(entries, "label", static entry => Names(entry, "tags"));
        await CheckAsync(entries, "tag", static entry => Names(entry, "task_tags"));
        await CheckAsync(entries, "day", static entry => [Berlin(entry).ToString("yyyy-MM-dd")]);
        await CheckAsync(entries, "month", static entry => [Berlin(entry).ToString("yyyy-MM")]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Rows_of_tasks_and_lists_make_the_whole(int seed)
    {
        GeneratedWorld world = new(_session, seed);
        await world.FillAsync();
        long whole = (await world.EntriesAsync()).Sum(Duration);

        foreach (string by in new[] { "task", "list", "folder", "week" })
        {
            Report report = await ReadAsync($$"""{"by":"{{by}}","limit":500,{{AllTime}}}""");
            report.Time("time").ShouldBe(whole);
            report.Rows($"by_{by}").Sum(static row => Report.Time(row, "time")).ShouldBe(whole);
            report.Rows($"by_{by}").Sum(static row => Report.Time(row, "billable")).ShouldBe(report.Time("billable"));
        }
    }

    [Fact]
    public async Task Only_time_of_the_period_counts_whose_days_are_the_accounts()
    {
        // 23:30 of the 9th in Berlin, and 00:30 of the 10th.
        await AddAsync("2026-11-09T23:30", "20m");
        await AddAsync("2026-11-10T00:30", "40m");

        (await ReadAsync("""{"by":"task","task":"27075wz","period":"2026-11-09"}"""))
            .Time("time")
            .ShouldBe(20 * 60_000);
        (await ReadAsync("""{"by":"task","task":"27075wz","period":"2026-11-10"}"""))
            .Time("time")
            .ShouldBe(40 * 60_000);
    }

    [Fact]
    public async Task A_place_named_twice_counts_once()
    {
        Report once = await ReadAsync("""{"by":"list","spaces":["Engineering"]}""");
        Report twice = await ReadAsync(
            """{"by":"list","spaces":["Engineering"],"folders":["Backend"],"lists":["API"]}"""
        );

        twice.Time("time").ShouldBe(once.Time("time"));
        once.Time("time").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Who_may_not_see_others_time_is_told_that_it_is_their_own()
    {
        _session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Status,
                PathPrefix = $"/api/v2/team/{SandboxSeed.WorkspaceId}/time_entries",
                Code = 401,
                Times = 1,
            }
        );

        Report report = await ReadAsync("{}");

        report.Root.GetProperty("note").GetString()!.ShouldContain("These are your own alone");
        report.Rows("by_person").Select(static row => row.GetProperty("name").GetString()).ShouldBe(["Anna Schmidt"]);
    }

    private async Task CheckAsync(
        IReadOnlyList<JsonElement> entries,
        string by,
        Func<JsonElement, IReadOnlyList<string>> keys
    )
    {
        Report report = await ReadAsync($$"""{"by":"{{by}}","limit":500,{{AllTime}}}""");

        report.Time("time").ShouldBe(entries.Sum(Duration));
        report.Time("billable").ShouldBe(entries.Where(IsBillable).Sum(Duration));
        report.Time("not_billable").ShouldBe(report.Time("time") - report.Time("billable"));
        report.Number("entries").ShouldBe(entries.Count);
        Dictionary<string, long> expected = [];
        foreach (JsonElement entry in entries)
        {
            foreach (string key in keys(entry))
            {
                expected[key] = expected.GetValueOrDefault(key) + Duration(entry);
            }
        }

        report
            .Rows($"by_{by}")
            .ToDictionary(static row => row.GetProperty("name").GetString()!, static row => Report.Time(row, "time"))
            .ShouldBe(expected, ignoreOrder: true);
    }

    private async Task AddAsync(string start, string duration)
    {
        var added = await _session.CallAsync(
            "add_time_entry",
            $$"""{"task":"27075wz","start":"{{start}}","duration":"{{duration}}","workspace":"9012000001"}"""
        );
        added.IsError.ShouldBeFalse(added.Text);
    }

    private Task<Report> ReadAsync(string arguments) => Report.ReadAsync(_session, "get_time_report", arguments);

    private static string Place(JsonElement entry, string member) =>
        entry.GetProperty("task").GetProperty("id").ValueKind == JsonValueKind.Null
            ? "(no task)"
            : entry.GetProperty("task_location").GetProperty(member).GetString()!;

    private static IReadOnlyList<string> Names(JsonElement entry, string member)
    {
        string[] names =
        [
            .. entry.GetProperty(member).EnumerateArray().Select(static tag => tag.GetProperty("name").GetString()!),
        ];
        return names.Length == 0 ? ["(no tag)"] : names;
    }

    private static long Duration(JsonElement entry) => long.Parse(entry.GetProperty("duration").GetString()!);

    private static bool IsBillable(JsonElement entry) => entry.GetProperty("billable").GetBoolean();

    private static DateTimeOffset Berlin(JsonElement entry) =>
        TimeZoneInfo.ConvertTime(
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(entry.GetProperty("start").GetString()!)),
            TimeZoneInfo.FindSystemTimeZoneById(SandboxSeed.TimeZone)
        );
}
