using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Dates of copies keep their distances on the calendar of Berlin, where clocks go forward on 2027-03-28.</summary>
public sealed class CopyDateTests : IAsyncDisposable
{
    private readonly CopySession _session = new();

    [Theory]
    [InlineData("\"due\":\"2026-12-11\"", "2026-12-11", "2026-12-08 09:30", "2026-12-10", "2026-12-09 17:00")]
    [InlineData("\"shift_days\":-1", "2026-12-03", "2026-11-30 09:30", "2026-12-02", "2026-12-01 17:00")]
    // Over the change of clocks: half past nine stays half past nine.
    [InlineData("\"due\":\"2027-04-02\"", "2027-04-02", "2027-03-30 09:30", "2027-04-01", "2027-03-31 17:00")]
    [InlineData("\"start\":\"2027-04-01 10:30\"", "2027-04-04", "2027-04-01 10:30", "2027-04-03", "2027-04-02 18:00")]
    [InlineData("\"start\":\"2027-04-01\"", "2027-04-04", "2027-04-01 09:30", "2027-04-03", "2027-04-02 17:00")]
    [InlineData("\"without\":[\"tags\"]", "2026-12-04", "2026-12-01 09:30", "2026-12-03", "2026-12-02 17:00")]
    public async Task All_dates_move_by_the_same_distance(
        string argument,
        string due,
        string start,
        string notes,
        string changes
    )
    {
        string root = await _session.PlantAsync();

        await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","list":"{{SandboxSeed.WebAppListId}}",{{argument}}}"""
        );

        JsonElement copy = await ReadAsync("Release 2.0");
        Local(copy, "due_date").ShouldBe(due);
        Local(copy, "start_date").ShouldBe(start);
        Local(await ReadAsync("Write notes"), "due_date").ShouldBe(notes);
        Local(await ReadAsync("Collect changes"), "due_date").ShouldBe(changes);
        (await ReadAsync("Publish")).GetProperty("due_date").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_task_without_the_date_that_is_given_gets_it_and_the_rest_stays()
    {
        await _session.CallAsync(
            "create_task",
            $$"""
            {"list":"{{SandboxSeed.ApiListId}}","tasks":[{"name":"Undated","subtasks":[{"name":"Dated","due":"2026-12-03"}]}]}
            """
        );

        ToolResult result = await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"Undated","list":"{{SandboxSeed.WebAppListId}}","due":"2026-12-18"}"""
        );

        Local(await ReadAsync("Undated"), "due_date").ShouldBe("2026-12-18");
        Local(await ReadAsync("Dated"), "due_date").ShouldBe("2026-12-03");
        result.Text.ShouldContain("Not copied: the distance between the dates");
    }

    [Fact]
    public async Task Without_dates_only_the_date_that_is_given_is_there()
    {
        string root = await _session.PlantAsync();

        await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","list":"{{SandboxSeed.WebAppListId}}","due":"2026-12-18","without":["dates"]}"""
        );

        Local(await ReadAsync("Release 2.0"), "due_date").ShouldBe("2026-12-18");
        (await ReadAsync("Release 2.0")).GetProperty("start_date").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ReadAsync("Write notes")).GetProperty("due_date").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Two_distances_are_refused()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.Session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","due":"2026-12-18","shift_days":7}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task<JsonElement> ReadAsync(string name) =>
        await _session.GetAsync($"/api/v2/task/{await _session.FindAsync(name, SandboxSeed.WebAppListId)}");

    /// <summary>The day in Berlin, with the time unless it is the one by which ClickUp stores a day.</summary>
    private static string Local(JsonElement task, string member)
    {
        long milliseconds = long.Parse(task.GetProperty(member).GetString()!, CultureInfo.InvariantCulture);
        DateTimeOffset local = TimeZoneInfo.ConvertTime(
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            TimeZoneInfo.FindSystemTimeZoneById(SandboxSeed.TimeZone)
        );
        return local.ToString(local.Hour == 4 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
