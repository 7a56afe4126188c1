using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Reports;

/// <summary>The figures of reports over tasks are those of the tasks, counted by other code.</summary>
public sealed class TaskReportTests
{
    private const string Nobody = "(nobody)";

    // The day that sessions of tests live in, and the end of the day before on the account's calendar.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly long Today = new DateTimeOffset(
        2026,
        11,
        19,
        23,
        0,
        0,
        TimeSpan.Zero
    ).ToUnixTimeMilliseconds();

    private readonly SandboxSession _session = new(format: OutputFormat.Json, maximumBytes: 1_000_000);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Overdue_tasks_are_counted_by_person(int seed)
    {
        IReadOnlyList<JsonElement> open = await OpenAsync(seed);
        JsonElement[] overdue = [.. open.Where(IsOverdue)];

        Report report = await ReadAsync(
            "get_overdue_report",
            """{"by":"person","limit":500,"fields":["overdue","open","without_due"]}"""
        );
        Report tasks = await ReadAsync("get_overdue_report", """{"limit":500}""");

        report.Number("open").ShouldBe(open.Count);
        report.Number("overdue").ShouldBe(overdue.Length);
        report.Number("without_due").ShouldBe(open.Count(static task => Due(task) is null));
        foreach (var group in ByPerson(overdue))
        {
            Report.Number(report.Row("by_person", group.Key), "overdue").ShouldBe(group.Count(), group.Key);
        }

        tasks
            .Rows("tasks")
            .Where(static row => row.TryGetProperty("days_late", out _))
            .Select(static row => row.GetProperty("id").GetString())
            .ShouldBe(overdue.Select(static task => task.GetProperty("id").GetString()), ignoreOrder: true);
        report.Root.GetProperty("note").GetString()!.ShouldContain($"Looked through all {open.Count} open tasks.");
    }

    [Fact]
    public async Task A_load_that_nobody_has_estimated_is_not_called_none()
    {
        Report report = await ReadAsync("get_workload", """{"limit":500,"timers":false}""");

        JsonElement[] people =
        [
            .. report.Rows("by_person").Where(static row => row.GetProperty("name").GetString() != "(nobody)"),
        ];
        JsonElement[] unknown =
        [
            .. people.Where(static row =>
                Report.Number(row, "due") > 0 && Report.Number(row, "due") == Report.Number(row, "without_estimate")
            ),
        ];
        unknown.ShouldNotBeEmpty();
        foreach (JsonElement row in people)
        {
            row.TryGetProperty("load", out _).ShouldBe(!unknown.Contains(row), row.ToString());
        }
    }

    [Fact]
    public async Task Of_many_tasks_two_are_named_and_how_many_more_there_are()
    {
        Report report = await ReadAsync("get_overdue_report", """{"by":"person"}""");

        foreach (JsonElement row in report.Rows("by_person"))
        {
            int count = (int)(Report.Number(row, "overdue") + Report.Number(row, "at_risk"));
            string[] tasks = [.. row.GetProperty("tasks").EnumerateArray().Select(static task => task.GetString()!)];
            tasks.Length.ShouldBe(Math.Min(count, 3));
            tasks[^1].ShouldEndWith(count > 3 ? $"{count - 2} more" : tasks[^1]);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_is_left_is_shared_out_and_makes_the_whole(int seed)
    {
        IReadOnlyList<JsonElement> open = await OpenAsync(seed);
        long until = Today + (15 * 24 * 3_600_000L) - 1;
        long left = open.Where(task => Due(task) <= until).Sum(Left);

        Report report = await ReadAsync(
            "get_workload",
            """{"limit":500,"timers":false,"fields":["open","overdue","left"]}"""
        );

        report.Number("open").ShouldBe(open.Count);
        report.Number("overdue").ShouldBe(open.Count(IsOverdue));
        // Rows are rounded to the second.
        Math.Abs(report.Time("left") - left).ShouldBeLessThanOrEqualTo(500);
        Math.Abs(report.Rows("by_person").Sum(static row => Report.Time(row, "left")) - left)
            .ShouldBeLessThanOrEqualTo(500 * report.Rows("by_person").Count);
        foreach (var group in ByPerson(open))
        {
            Report.Number(report.Row("by_person", group.Key), "open").ShouldBe(group.Count(), group.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Created_and_done_tasks_are_counted_in_their_days(int seed)
    {
        GeneratedWorld world = new(_session, seed);
        await world.FillAsync();
        IReadOnlyList<JsonElement> tasks = await world.TasksAsync();
        long first = Today - (29 * 24 * 3_600_000L);
        JsonElement[] created = [.. tasks.Where(task => IsIn(task, "date_created", first))];
        JsonElement[] done = [.. tasks.Where(task => IsFinished(task) && IsIn(task, "date_done", first))];

        foreach (string by in new[] { "day", "week", "month" })
        {
            Report report = await ReadAsync(
                "get_throughput_report",
                $$"""{"by":"{{by}}","limit":500,"time_in_status":false}"""
            );
            report.Number("created").ShouldBe(created.Length);
            report.Number("done").ShouldBe(done.Length);
            report.Rows($"by_{by}").Sum(static row => Report.Number(row, "created")).ShouldBe(created.Length);
            report.Rows($"by_{by}").Sum(static row => Report.Number(row, "done")).ShouldBe(done.Length);
        }

        Report people = await ReadAsync("get_throughput_report", """{"by":"person","limit":500}""");
        foreach (var group in ByPerson(done))
        {
            Report.Number(people.Row("by_person", group.Key), "done").ShouldBe(group.Count(), group.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_summary_has_the_figures_of_its_days(int seed)
    {
        GeneratedWorld world = new(_session, seed);
        await world.FillAsync();
        IReadOnlyList<JsonElement> tasks = await world.TasksAsync();
        long since = new DateTimeOffset(2026, 11, 12, 23, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

        Report report = await ReadAsync("get_workspace_summary", """{"since":"2026-11-13","workspace":"9012000001"}""");

        report.Number("created").ShouldBe(tasks.Count(task => IsIn(task, "date_created", since)));
        report.Number("done").ShouldBe(tasks.Count(task => IsFinished(task) && IsIn(task, "date_done", since)));
        report.Number("overdue").ShouldBe(tasks.Count(task => !IsFinished(task) && IsOverdue(task)));
        report
            .Time("time")
            .ShouldBe(
                (await world.EntriesAsync())
                    .Where(entry => IsIn(entry, "start", since))
                    .Sum(static entry => long.Parse(entry.GetProperty("duration").GetString()!))
            );
    }

    [Fact]
    public async Task Running_timers_are_shown_beside_their_people()
    {
        await _session.CallAsync("start_time_entry", """{"task":"27075wz","workspace":"9012000001"}""");

        Report report = await ReadAsync("get_workload", """{"limit":500}""");

        report.Number("timers").ShouldBe(1);
        report
            .Row("by_person", "Anna Schmidt")
            .GetProperty("timer")
            .GetString()!
            .ShouldStartWith("Fix login redirect, ");
    }

    [Fact]
    public async Task All_pages_are_read_and_that_is_said()
    {
        SandboxSession text = new();
        string result = (await text.CallAsync("get_overdue_report", "{}")).Text;

        result.ShouldContain("Looked through all ");
        text.Requests.Count(static request => request.Path.EndsWith("/task", StringComparison.Ordinal)).ShouldBe(2);
    }

    private async Task<IReadOnlyList<JsonElement>> OpenAsync(int seed)
    {
        GeneratedWorld world = new(_session, seed);
        await world.FillAsync();
        return [.. (await world.TasksAsync()).Where(static task => !IsFinished(task))];
    }

    private Task<Report> ReadAsync(string tool, string arguments) => Report.ReadAsync(_session, tool, arguments);

    private static IEnumerable<IGrouping<string, JsonElement>> ByPerson(IEnumerable<JsonElement> tasks) =>
        tasks
            .SelectMany(static task =>
                People(task).DefaultIfEmpty(Nobody).Select(person => (Person: person, Task: task))
            )
            .GroupBy(static pair => pair.Person, static pair => pair.Task);

    private static IEnumerable<string> People(JsonElement task) =>
        task.GetProperty("assignees").EnumerateArray().Select(static one => one.GetProperty("username").GetString()!);

    private static bool IsFinished(JsonElement task) =>
        task.GetProperty("status").GetProperty("type").GetString() is "done" or "closed";

    // Those of the sandbox and of the generated world are due at four in the morning or at noon.
    private static bool IsOverdue(JsonElement task) =>
        Due(task) is { } due
        && (due < Today || (due < Now.ToUnixTimeMilliseconds() && due % (24 * 3_600_000L) != 3 * 3_600_000L));

    private static bool IsIn(JsonElement task, string member, long since) =>
        Number(task, member) is { } moment && moment >= since && moment <= Now.ToUnixTimeMilliseconds();

    private static long Left(JsonElement task) =>
        Math.Max(0, (Number(task, "time_estimate") ?? 0) - (Number(task, "time_spent") ?? 0));

    private static long? Due(JsonElement task) => Number(task, "due_date");

    private static long? Number(JsonElement task, string member) =>
        !task.TryGetProperty(member, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetInt64()
        : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), out long number) ? number
        : null;
}
