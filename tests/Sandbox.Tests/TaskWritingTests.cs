using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class TaskWritingTests
{
    private const string Rich = $"/task/{SandboxSeed.RichTaskId}";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Create_keeps_what_it_is_given()
    {
        var created = await _driver.PostAsync(
            $"/list/{SandboxSeed.ApiListId}/task",
            $$"""
            {"name":"Ship it","markdown_content":"Now **really**","description":"ignored","assignees":[{{SandboxSeed.MemberId}}],
             "tags":["New Tag","bug"],"status":"IN PROGRESS","priority":2,"due_date":1800000000000,"due_date_time":true,
             "time_estimate":3000000000,"points":5,"parent":"{{SandboxSeed.SecondTaskId}}"}
            """
        );
        var task = await _driver.GetAsync($"/task/{created.Str("id")}?include_markdown_description=true");
        task.Str("description").ShouldBe("Now really");
        task.Str("markdown_description").ShouldBe("Now **really**");
        task.List("assignees").Select(person => person.At("id").GetInt64()).ShouldBe([SandboxSeed.MemberId]);
        task.Names("tags").ShouldBe(["new tag", "bug"]);
        task.Str("status", "status").ShouldBe("in progress");
        task.Str("priority", "id").ShouldBe("2");
        task.Str("priority", "priority").ShouldBe("high");
        task.Str("due_date").ShouldBe("1800000000000");
        task.At("time_estimate").GetInt64().ShouldBe(3_000_000_000);
        task.Str("parent").ShouldBe(SandboxSeed.SecondTaskId);
        task.Str("custom_id")!.ShouldStartWith("DEV-");
        (await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/tag")).Names("tags").ShouldContain("new tag");
    }

    [Theory]
    [InlineData("{}", "INPUT_005")]
    [InlineData("""{"name":"x","status":"confirmed"}""", "CRTSK_001")]
    public async Task Create_refuses_a_missing_name_and_a_status_of_another_list(string body, string code) =>
        (await _driver.RefusedAsync(400, "POST", $"/list/{SandboxSeed.ApiListId}/task", body)).ShouldBe(code);

    // 200, and nothing of it applied.
    [Theory]
    [InlineData($$"""{"list_id":"{{SandboxSeed.BacklogListId}}"}""")]
    [InlineData("""{"tags":["urgent fix"]}""")]
    [InlineData("""{"priority":"high"}""")]
    [InlineData("""{"assignees":[81000003]}""")]
    [InlineData("""{"custom_fields":[{"id":"x","value":1}]}""")]
    [InlineData("""{"unheard_of":true}""")]
    public async Task Update_ignores_silently(string body)
    {
        var before = await _driver.GetAsync(Rich);
        await _driver.PutAsync(Rich, body);
        Without(await _driver.GetAsync(Rich), "date_updated").ShouldBe(Without(before, "date_updated"));
    }

    [Fact]
    public async Task Update_adds_and_removes_people_and_clears_with_null()
    {
        await _driver.PutAsync(Rich, """{"priority":1,"due_date":1800000000000,"points":3,"time_estimate":1000}""");
        await _driver.PutAsync(
            Rich,
            $$"""
            {"assignees":{"add":[{{SandboxSeed.MemberId}}],"rem":[{{SandboxSeed.OwnerId}},{{SandboxSeed.AdminId}}]},
             "priority":null,"due_date":null,"points":null,"time_estimate":null}
            """
        );
        var task = await _driver.GetAsync(Rich);
        task.List("assignees").Select(person => person.At("id").GetInt64()).ShouldBe([SandboxSeed.MemberId]);
        foreach (var name in (string[])["priority", "due_date", "points", "time_estimate"])
        {
            task.At(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
        }
    }

    // Winter and summer in Europe/Berlin.
    [Theory]
    [InlineData("2026-01-15T15:30:00Z", "2026-01-15T03:00:00Z")]
    [InlineData("2026-01-15T23:30:00Z", "2026-01-16T03:00:00Z")]
    [InlineData("2026-07-15T15:30:00Z", "2026-07-15T02:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("2026-10-25T12:00:00Z", "2026-10-25T03:00:00Z")]
    public async Task A_date_without_time_becomes_four_in_the_morning(string written, string read)
    {
        await _driver.PutAsync(Rich, $$"""{"due_date":{{Milliseconds(written)}}}""");
        (await _driver.GetAsync(Rich)).Str("due_date").ShouldBe(Milliseconds(read).ToString());
    }

    [Fact]
    public async Task Closing_sets_the_dates_and_the_history()
    {
        (await _driver.RefusedAsync(400, "PUT", Rich, """{"status":"nowhere"}""")).ShouldBe("ITEM_114");
        _driver.Clock.Advance(TimeSpan.FromHours(1));
        await _driver.PutAsync(Rich, """{"status":"complete"}""");
        var task = await _driver.GetAsync(Rich);
        task.Str("date_closed").ShouldBe(_driver.Now.ToString());
        task.Str("date_done").ShouldBe(_driver.Now.ToString());
        _driver.Clock.Advance(TimeSpan.FromMinutes(5));
        var times = await _driver.GetAsync(Rich + "/time_in_status");
        times.Str("current_status", "status").ShouldBe("complete");
        times.At("current_status", "total_time", "by_minute").GetInt64().ShouldBe(5);
        times.Names("status_history", "status").ShouldBe(["to do", "complete"]);
        var both = await _driver.GetAsync(
            $"/task/bulk_time_in_status/task_ids?task_ids={SandboxSeed.RichTaskId}&task_ids={SandboxSeed.SecondTaskId}"
        );
        both.EnumerateObject().Select(task => task.Name).ShouldBe([SandboxSeed.RichTaskId, SandboxSeed.SecondTaskId]);
    }

    [Fact]
    public async Task Custom_ids_need_the_flag_and_the_workspace()
    {
        const string Flag = $"custom_task_ids=true&team_id={SandboxSeed.WorkspaceId}";
        var task = await _driver.GetAsync($"/task/DEV-1?{Flag}");
        task.Str("id").ShouldBe(SandboxSeed.RichTaskId);
        (await _driver.RefusedAsync(401, "GET", "/task/DEV-1")).ShouldBe("OAUTH_027");
        (await _driver.RefusedAsync(401, "GET", "/task/DEV-1?custom_task_ids=true")).ShouldBe("OAUTH_027");
        (await _driver.RefusedAsync(401, "GET", $"/task/DEV-1/member?{Flag}")).ShouldBe("OAUTH_027");
    }

    [Fact]
    public async Task Delete_returns_204_and_takes_the_subtasks()
    {
        var child = await _driver.PostAsync(
            $"/list/{SandboxSeed.ApiListId}/task",
            $$"""{"name":"Child","parent":"{{SandboxSeed.RichTaskId}}"}"""
        );
        var response = await _driver.SendAsync("DELETE", Rich);
        response.Status.ShouldBe(204);
        response.Body.IsEmpty.ShouldBeTrue();
        (await _driver.RefusedAsync(401, "GET", $"/task/{child.Str("id")}")).ShouldBe("OAUTH_027");
        (await _driver.GetAsync($"/task/{SandboxSeed.SecondTaskId}")).List("dependencies").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_cannot_stand_above_itself()
    {
        var child = await _driver.PostAsync(
            $"/list/{SandboxSeed.ApiListId}/task",
            $$"""{"name":"Child","parent":"{{SandboxSeed.RichTaskId}}"}"""
        );
        await _driver.RefusedAsync(400, "PUT", Rich, $$"""{"parent":"{{child.Str("id")}}"}""");
        (await _driver.GetAsync(Rich + "?include_subtasks=true")).Names("subtasks").ShouldBe(["Child"]);
    }

    [Fact]
    public async Task Further_lists_need_the_ClickApp_but_respond_alike()
    {
        await _driver.OkAsync("POST", $"/list/{SandboxSeed.LaunchListId}/task/{SandboxSeed.SecondTaskId}");
        var path = $"/task/{SandboxSeed.SecondTaskId}";
        (await _driver.GetAsync(path)).List("locations").ShouldBeEmpty();
        await _driver.OkAsync("POST", $"/list/{SandboxSeed.WebAppListId}/task/{SandboxSeed.SecondTaskId}");
        (await _driver.GetAsync(path)).Names("locations", "id").ShouldBe([SandboxSeed.WebAppListId]);
        await _driver.OkAsync("DELETE", $"/list/{SandboxSeed.WebAppListId}/task/{SandboxSeed.SecondTaskId}");
        (await _driver.GetAsync(path)).List("locations").ShouldBeEmpty();
    }

    [Fact]
    public async Task Dependencies_read_the_same_from_both_ends()
    {
        var other = (await _driver.AllTasksAsync($"/list/{SandboxSeed.BacklogListId}/task"))[0].Str("id");
        await _driver.PostAsync($"/task/{other}/dependency", $$"""{"dependency_of":"{{SandboxSeed.SecondTaskId}}"}""");
        foreach (var end in (string?[])[other, SandboxSeed.SecondTaskId])
        {
            var dependency = (await _driver.GetAsync($"/task/{end}")).List("dependencies").Last();
            dependency.Str("task_id").ShouldBe(SandboxSeed.SecondTaskId);
            dependency.Str("depends_on").ShouldBe(other);
            dependency.At("type").GetInt32().ShouldBe(1);
        }

        await _driver.OkAsync("DELETE", $"/task/{SandboxSeed.SecondTaskId}/dependency?depends_on={other}");
        (await _driver.GetAsync($"/task/{other}")).List("dependencies").ShouldBeEmpty();
        await _driver.RefusedAsync(400, "POST", $"/task/{other}/dependency", "{}");
    }

    [Fact]
    public async Task A_task_that_is_to_wait_for_itself_is_refused_where_that_is_asked_for()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 0, RefusesSelfDependency = true });

        await driver.RefusedAsync(
            400,
            "POST",
            $"/task/{SandboxSeed.SecondTaskId}/dependency",
            $$"""{"depends_on":"{{SandboxSeed.SecondTaskId}}"}"""
        );
    }

    [Fact]
    public async Task Links_name_the_other_task()
    {
        var other = (await _driver.AllTasksAsync($"/list/{SandboxSeed.BacklogListId}/task"))[0].Str("id");
        var response = await _driver.OkAsync("POST", $"/task/{other}/link/{SandboxSeed.SecondTaskId}");
        response.At("task").List("linked_tasks")[0].Str("link_id").ShouldBe(SandboxSeed.SecondTaskId);
        (await _driver.GetAsync($"/task/{SandboxSeed.SecondTaskId}"))
            .List("linked_tasks")[0]
            .Str("link_id")
            .ShouldBe(other);
        await _driver.OkAsync("DELETE", $"/task/{SandboxSeed.SecondTaskId}/link/{other}");
        (await _driver.GetAsync($"/task/{other}")).List("linked_tasks").ShouldBeEmpty();
    }

    private static long Milliseconds(string moment) => DateTimeOffset.Parse(moment).ToUnixTimeMilliseconds();

    private static string Without(JsonElement task, string name) =>
        string.Join(
            '\n',
            task.EnumerateObject().Where(member => member.Name != name).Select(member => member.ToString())
        );
}
