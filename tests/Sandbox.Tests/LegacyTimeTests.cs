namespace ClickUpMcp.Sandbox.Tests;

public sealed class LegacyTimeTests
{
    private const string Time = $"/task/{SandboxSeed.RichTaskId}/time";
    private const string Entries = $"/team/{SandboxSeed.WorkspaceId}/time_entries";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Intervals_are_time_entries_grouped_by_person()
    {
        var id = await TrackAsync();
        (await _driver.GetAsync($"{Entries}/{id}")).Str("data", "duration").ShouldBe("60000");
        var mine = (await _driver.GetAsync(Time))
            .List("data")
            .Single(person => person.At("user", "id").GetInt64() == SandboxSeed.OwnerId);
        mine.List("intervals").ShouldContain(interval => interval.Str("id") == id && interval.Str("time") == "60000");
        mine.At("time").GetInt64().ShouldBe(mine.List("intervals").Sum(interval => long.Parse(interval.Str("time")!)));
    }

    [Fact]
    public async Task Intervals_are_changed_and_deleted()
    {
        var id = await TrackAsync();
        await _driver.PutAsync($"{Time}/{id}", """{"start":1767225600000,"end":1767225720000,"time":120000}""");
        (await _driver.GetAsync($"{Entries}/{id}")).Str("data", "duration").ShouldBe("120000");
        await _driver.OkAsync("DELETE", $"{Time}/{id}");
        (await _driver.RefusedAsync(401, "DELETE", $"{Time}/{id}")).ShouldBe("TIMEENTRY_059");
    }

    [Fact]
    public async Task A_space_without_time_tracking_refuses()
    {
        var task = (await _driver.AllTasksAsync($"/list/{SandboxSeed.LaunchListId}/task"))[0].Str("id");
        (await _driver.RefusedAsync(400, "POST", $"/task/{task}/time", """{"time":60000}""")).ShouldBe("TIMEENTRY_072");
    }

    private async Task<string?> TrackAsync() =>
        (await _driver.PostAsync(Time, """{"start":1767225600000,"end":1767225660000,"time":60000}""")).Str("id");
}
