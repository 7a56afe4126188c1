namespace ClickUpMcp.Sandbox.Tests;

public sealed class TimeEntryTests
{
    private const string Entries = $"/team/{SandboxSeed.WorkspaceId}/time_entries";
    private const long Day = 86_400_000;

    private readonly Driver _driver = new();

    [Fact]
    public async Task By_default_the_callers_last_thirty_days()
    {
        var entries = (await _driver.GetAsync(Entries)).List("data");
        entries.ShouldNotBeEmpty();
        entries.ShouldAllBe(entry => entry.At("user", "id").GetInt64() == SandboxSeed.OwnerId);
        entries.ShouldAllBe(entry => long.Parse(entry.Str("start")!) >= _driver.Now - (30 * Day));
        var older = (await _driver.GetAsync($"{Entries}?start_date={_driver.Now - (90 * Day)}")).List("data");
        older.Count.ShouldBeGreaterThan(entries.Count);
    }

    [Fact]
    public async Task Others_entries_are_for_owners_and_admins()
    {
        const string Both = Entries + "?assignee=81000001,81000003";
        var people = (await _driver.GetAsync(Both)).List("data").Select(entry => entry.At("user", "id").GetInt64());
        people.Distinct().Order().ShouldBe([SandboxSeed.OwnerId, SandboxSeed.MemberId]);
        _driver.Token = SandboxSeed.MemberToken;
        (await _driver.RefusedAsync(401, "GET", Both)).ShouldBe("TIMEENTRY_059");
    }

    [Theory]
    [InlineData("?list_id=1&task_id=2", "TIMEENTRY_065")]
    [InlineData("?start_date=monday", "TIMEENTRY_072")]
    [InlineData("?assignee=me", "TIMEENTRY_007")]
    [InlineData("/abc", "TIMEENTRY_062")]
    public async Task Bad_filters_are_refused(string rest, string code) =>
        (await _driver.RefusedAsync(400, "GET", Entries + rest)).ShouldBe(code);

    [Fact]
    public async Task Location_names_and_task_tags_come_only_when_asked_for()
    {
        await LogAsync();
        var path = $"{Entries}?task_id={SandboxSeed.RichTaskId}";
        var plain = (await _driver.GetAsync(path)).List("data")[0];
        plain.Str("task_location", "list_name").ShouldBe("");
        plain.At("task_location", "list_id").GetInt64().ToString().ShouldBe(SandboxSeed.ApiListId);
        plain.List("task_tags").ShouldBeEmpty();
        var full = (await _driver.GetAsync(path + "&include_location_names=true&include_task_tags=true")).List("data")[
            0
        ];
        full.Str("task_location", "list_name").ShouldBe("API");
        full.List("task_tags").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("\"duration\":60000")]
    [InlineData("\"stop\":1767225660000")]
    [InlineData("\"end\":1767225660000")]
    public async Task An_entry_needs_a_start_and_a_duration_or_an_end(string rest)
    {
        var created = await _driver.PostAsync(
            Entries,
            $$"""{"start":1767225600000,{{rest}},"tid":"{{SandboxSeed.RichTaskId}}"}"""
        );
        created.At("duration").GetInt64().ShouldBe(60_000);
        var read = (await _driver.GetAsync($"{Entries}/{created.Str("id")}")).At("data");
        read.Str("duration").ShouldBe("60000");
        read.Str("task", "id").ShouldBe(SandboxSeed.RichTaskId);
        (await _driver.RefusedAsync(400, "POST", Entries, """{"start":1}""")).ShouldBe("TIMEENTRY_072");
    }

    [Fact]
    public async Task A_space_without_time_tracking_refuses()
    {
        var task = (await _driver.AllTasksAsync($"/list/{SandboxSeed.LaunchListId}/task"))[0].Str("id");
        (await _driver.RefusedAsync(400, "POST", Entries, $$"""{"start":1,"duration":1,"tid":"{{task}}"}""")).ShouldBe(
            "TIMEENTRY_072"
        );
        (await _driver.RefusedAsync(400, "POST", Entries + "/start", $$"""{"tid":"{{task}}"}""")).ShouldBe(
            "TIMEENTRY_072"
        );
    }

    [Fact]
    public async Task A_running_timer_has_a_negative_duration_and_is_not_listed()
    {
        var before = (await _driver.GetAsync(Entries)).List("data").Count;
        var started = await _driver.PostAsync(
            Entries + "/start",
            $$"""{"tid":"{{SandboxSeed.RichTaskId}}","description":"Now"}"""
        );
        started.At("data", "duration").GetInt64().ShouldBeLessThan(0);
        (await _driver.GetAsync(Entries + "/current")).Str("data", "id").ShouldBe(started.Str("data", "id"));
        (await _driver.GetAsync(Entries)).List("data").Count.ShouldBe(before);

        _driver.Clock.Advance(TimeSpan.FromMinutes(3));
        var stopped = await _driver.OkAsync("POST", Entries + "/stop");
        stopped.At("data", "duration").GetInt64().ShouldBe(180_000);
        (await _driver.GetAsync(Entries)).List("data").Count.ShouldBe(before + 1);
        (await _driver.GetAsync(Entries + "/current")).At("data").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Starting_stops_the_timer_that_runs()
    {
        var first = await _driver.PostAsync(Entries + "/start", "{}");
        _driver.Clock.Advance(TimeSpan.FromMinutes(1));
        await _driver.PostAsync(Entries + "/start", "{}");
        (await _driver.GetAsync($"{Entries}/{first.Str("data", "id")}")).Str("data", "duration").ShouldBe("60000");
    }

    [Fact]
    public async Task Entries_are_changed_remembered_and_deleted()
    {
        var id = await LogAsync();
        (await _driver.PutAsync($"{Entries}/{id}", """{"description":"Later","duration":120000}"""))
            .EnumerateObject()
            .ShouldBeEmpty();
        var read = (await _driver.GetAsync($"{Entries}/{id}")).At("data");
        read.Str("description").ShouldBe("Later");
        read.Str("duration").ShouldBe("120000");
        (await _driver.GetAsync($"{Entries}/{id}/history")).Names("data", "field").ShouldContain("time");
        (await _driver.OkAsync("DELETE", $"{Entries}/{id}")).Str("data", "id").ShouldBe(id);
        (await _driver.RefusedAsync(401, "GET", $"{Entries}/{id}")).ShouldBe("TIMEENTRY_059");
    }

    [Fact]
    public async Task Labels_are_added_renamed_and_removed()
    {
        var id = await LogAsync();
        var tags = $"{Entries}/tags";
        await _driver.PostAsync(tags, $$"""{"time_entry_ids":["{{id}}"],"tags":[{"name":"review"}]}""");
        await _driver.PutAsync(
            tags,
            """{"name":"review","new_name":"checked","tag_bg":"#000000","tag_fg":"#ffffff"}"""
        );
        (await _driver.GetAsync($"{Entries}/{id}")).At("data").Names("tags").ShouldBe(["checked"]);
        (await _driver.GetAsync(tags)).Names("data").ShouldContain("checked");
        await _driver.OkAsync("DELETE", tags, $$"""{"time_entry_ids":["{{id}}"],"tags":[{"name":"checked"}]}""");
        (await _driver.GetAsync($"{Entries}/{id}")).At("data").List("tags").ShouldBeEmpty();
    }

    private async Task<string> LogAsync()
    {
        var body = $$"""{"start":{{_driver.Now - Day}},"duration":60000,"tid":"{{SandboxSeed.RichTaskId}}"}""";
        return (await _driver.PostAsync(Entries, body)).Str("id")!;
    }
}
