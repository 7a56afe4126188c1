using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>The filters that people ask for and ClickUp lacks: overdue, unassigned, open, types of status, due on a day.</summary>
public sealed class TaskFilterTests
{
    // Noon in the session's zone, Europe/Berlin, is past eleven in UTC: 2026-11-20.
    private const string Today = "2026-11-20";

    private readonly SandboxSession _session = new(format: OutputFormat.Json, maximumBytes: 10_000_000);

    public static TheoryData<string, string> Listings =>
        new()
        {
            { "list_tasks", "\"list\":\"Product Backlog\"" },
            { "get_workspace_tasks", "\"spaces\":[\"Engineering\"]" },
            { "get_view_tasks", "\"view\":\"8cdn1-1003\"" },
        };

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task Overdue_is_due_before_today_and_unfinished(string tool, string where)
    {
        JsonElement[] all = await AllAsync(tool, where);

        JsonElement[] overdue = await ReadAsync(tool, $"{where},\"overdue\":true");

        Ids(overdue)
            .ShouldBe(
                Ids(all.Where(static t => Day(t) is { } day && Before(day, Today) && !IsFinished(t))),
                ignoreOrder: true
            );
        overdue.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task Unassigned_open_and_types_of_status_leave_what_they_say(string tool, string where)
    {
        JsonElement[] all = await AllAsync(tool, where);

        Ids(await ReadAsync(tool, $"{where},\"unassigned\":true"))
            .ShouldBe(Ids(all.Where(static t => !t.TryGetProperty("assignees", out _))), ignoreOrder: true);
        Ids(await ReadAsync(tool, $"{where},\"open\":true"))
            .ShouldBe(Ids(all.Where(static t => !IsFinished(t))), ignoreOrder: true);
        Ids(await ReadAsync(tool, $"{where},\"status_types\":[\"open\"]"))
            .ShouldBe(Ids(all.Where(static t => Type(t) == "open")), ignoreOrder: true);
        Ids(await ReadAsync(tool, $"{where},\"unassigned\":false")).ShouldBe(Ids(all), ignoreOrder: true);
    }

    [Theory]
    [InlineData("list_tasks", "\"list\":\"Product Backlog\"")]
    [InlineData("get_workspace_tasks", "\"spaces\":[\"Engineering\"]")]
    public async Task Closed_tasks_are_found_when_their_type_is_asked_for(string tool, string where)
    {
        JsonElement[] closed = await ReadAsync(tool, $"{where},\"status_types\":[\"closed\"]");

        closed.ShouldNotBeEmpty();
        closed.ShouldAllBe(static task => Type(task) == "closed");
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task Due_is_a_day_or_a_period(string tool, string where)
    {
        JsonElement[] all = await AllAsync(tool, where);
        foreach (
            (string due, string first, string last) in new[]
            {
                ("today", Today, Today),
                ("2026-11-18", "2026-11-18", "2026-11-18"),
                ("this week", "2026-11-16", "2026-11-22"),
                ("december", "2026-12-01", "2026-12-31"),
            }
        )
        {
            Ids(await ReadAsync(tool, $"{where},\"due\":\"{due}\""))
                .ShouldBe(
                    Ids(all.Where(t => Day(t) is { } day && !Before(day, first) && !Before(last, day))),
                    ignoreOrder: true,
                    customMessage: due
                );
        }
    }

    [Theory]
    [InlineData("list_tasks", "\"list\":\"API\"")]
    [InlineData("get_workspace_tasks", "\"lists\":[\"API\"]")]
    public async Task Before_a_day_excludes_it_and_after_a_day_includes_it(string tool, string where)
    {
        string[] midnight = [await CreateAsync("midnight", "2026-11-20T00:00")];
        string[] day = [await CreateAsync("day", "2026-11-20"), await CreateAsync("evening", "2026-11-20T22:00")];
        string[] before = [await CreateAsync("before", "2026-11-19"), await CreateAsync("late", "2026-11-19T23:30")];
        string[] after = [await CreateAsync("after", "2026-11-21")];
        string[] mine = [.. midnight, .. day, .. before, .. after];

        (await OfMineAsync("\"due_before\":\"today\"")).ShouldBe(before, ignoreOrder: true);
        (await OfMineAsync("\"due_before\":\"2026-11-20\"")).ShouldBe(before, ignoreOrder: true);
        (await OfMineAsync("\"due_after\":\"today\"")).ShouldBe([.. midnight, .. day, .. after], ignoreOrder: true);
        (await OfMineAsync("\"due_after\":\"2026-11-20\",\"due_before\":\"2026-11-21\"")).ShouldBe(
            [.. midnight, .. day],
            ignoreOrder: true
        );
        (await OfMineAsync("\"due\":\"today\"")).ShouldBe([.. midnight, .. day], ignoreOrder: true);

        async Task<string[]> OfMineAsync(string filter) =>
            [.. Ids(await ReadAsync(tool, $"{where},{filter}")).Intersect(mine)];
    }

    [Fact]
    public async Task Up_to_a_day_includes_it()
    {
        string day = await CreateAsync("day", "2026-11-20");

        Ids(await ReadAsync("get_workspace_tasks", "\"lists\":[\"API\"],\"due_date_to\":\"2026-11-20\""))
            .ShouldContain(day);
        Ids(await ReadAsync("get_workspace_tasks", "\"lists\":[\"API\"],\"due_date_lt\":\"2026-11-20\""))
            .ShouldNotContain(day);
    }

    [Fact]
    public async Task A_time_that_has_passed_today_is_overdue_and_today_is_not()
    {
        string passed = await CreateAsync("passed", "2026-11-20T09:00");
        string later = await CreateAsync("later", "2026-11-20T18:00");
        string day = await CreateAsync("day", "2026-11-20");

        string[] overdue = Ids(await ReadAsync("list_tasks", "\"list\":\"API\",\"overdue\":true"));

        overdue.ShouldContain(passed);
        overdue.ShouldNotContain(later);
        overdue.ShouldNotContain(day);
    }

    [Theory]
    [InlineData("\"overdue\":true,\"due\":\"today\"")]
    [InlineData("\"unassigned\":true,\"assignees\":[\"me\"]")]
    [InlineData("\"due_after\":\"2026-12-02\",\"due_before\":\"2026-12-01\"")]
    [InlineData("\"due_after\":\"2026-12-01\",\"due_before\":\"2026-12-01\"")]
    public async Task Filters_that_exclude_each_other_are_refused_before_a_request(string filters)
    {
        ToolResult result = await _session.CallAsync("list_tasks", $$"""{"list":"90152000002",{{filters}}}""");

        result.IsError.ShouldBeTrue(result.Text);
        _session.Sent.ShouldNotContain(static request => request.Path.EndsWith("/task", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filter_of_ours_says_how_far_it_looked()
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "list_tasks",
            """{"list":"API","unassigned":true,"limit":1}"""
        );

        result.Text.ShouldContain("tasks that pass the other filters; there are more");
    }

    private async Task<string> CreateAsync(string name, string due)
    {
        ToolResult result = await _session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.ApiListId}}","name":"{{name}}","due":"{{due}}","fields":["id"]}"""
        );
        result.IsError.ShouldBeFalse(result.Text);
        return JsonElement.Parse(result.Text).GetProperty("id").GetString()!;
    }

    private Task<JsonElement[]> AllAsync(string tool, string where) => ReadAsync(tool, where);

    // Raw, so that nothing of what is shown decides what is expected.
    private async Task<JsonElement[]> ReadAsync(string tool, string arguments)
    {
        ToolResult result = await _session.CallAsync(
            tool,
            $$"""{{{arguments}},"detail_level":"full","limit":1000,"workspace":"9012000001"}"""
        );
        result.IsError.ShouldBeFalse(result.Text);
        JsonElement list = JsonElement.Parse(result.Text);
        list.TryGetProperty("next", out _).ShouldBeFalse();
        return [.. list.GetProperty("items").EnumerateArray()];
    }

    private static string[] Ids(IEnumerable<JsonElement> tasks) =>
        [.. tasks.Select(static task => task.GetProperty("id").GetString()!)];

    private static string? Type(JsonElement task) => task.GetProperty("status").GetProperty("type").GetString();

    private static bool IsFinished(JsonElement task) => Type(task) is "done" or "closed";

    private static string? Day(JsonElement task) =>
        task.TryGetProperty("due_date", out JsonElement due)
            ? DateText.Format(due, Projection.TestZones.Berlin)?[..10]
            : null;

    private static bool Before(string day, string other) => string.CompareOrdinal(day, other) < 0;
}
