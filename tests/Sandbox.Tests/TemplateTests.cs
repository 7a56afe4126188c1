namespace ClickUpMcp.Sandbox.Tests;

public sealed class TemplateTests
{
    private const string Team = $"/team/{SandboxSeed.WorkspaceId}";
    private readonly Driver _driver = new();

    [Fact]
    public async Task Templates_are_listed_with_the_ids_that_creates_take()
    {
        var tasks = await _driver.GetAsync($"{Team}/taskTemplate?page=0");
        tasks.Names("templates").ShouldBe(["Bug Report", "Release Checklist"]);
        (await _driver.GetAsync($"{Team}/taskTemplate?page=1")).List("templates").ShouldBeEmpty();
        await _driver.RefusedAsync(400, "GET", $"{Team}/taskTemplate");
        (await _driver.GetAsync($"{Team}/list_template")).Names("templates", "id").ShouldContain("t-15363201");
        (await _driver.GetAsync($"{Team}/folder_template")).Names("templates").ShouldContain("Client Project");
    }

    [Fact]
    public async Task A_task_comes_with_checklist_and_subtasks()
    {
        var list = $"/list/{SandboxSeed.ApiListId}/taskTemplate";
        var bug = await _driver.PostAsync($"{list}/{SandboxSeed.BugTemplateId}", """{"name":"Login fails"}""");
        var task = await _driver.GetAsync($"/task/{bug.Str("id")}?include_subtasks=true");
        task.Str("name").ShouldBe("Login fails");
        task.List("checklists")[0].List("items").Count.ShouldBe(3);
        task.Names("tags").ShouldBe(["bug"]);
        var release = await _driver.PostAsync($"{list}/{SandboxSeed.ReleaseTemplateId}", """{"name":"2.0"}""");
        release.At("task").Names("subtasks").ShouldBe(["Write the notes", "Tag the build"]);
        (await _driver.RefusedAsync(400, "POST", $"{list}/{SandboxSeed.BugTemplateId}", "{}")).ShouldBe("OAUTH_119");
        await _driver.RefusedAsync(404, "POST", $"{list}/t-1", """{"name":"x"}""");
    }

    [Theory]
    [InlineData("/folder/90151000001", false)]
    [InlineData("/space/90150000003", true)]
    public async Task A_list_comes_with_its_tasks(string place, bool isHidden)
    {
        var made = await _driver.PostAsync(
            $"{place}/list_template/{SandboxSeed.CampaignTemplateId}",
            """{"name":"Spring"}"""
        );
        made.At("list", "folder", "hidden").GetBoolean().ShouldBe(isHidden);
        var tasks = await _driver.AllTasksAsync($"/list/{made.Str("id")}/task?subtasks=true");
        tasks.Count.ShouldBe(5);
        tasks.Single(task => task.Str("name") == "Launch").Str("priority", "priority").ShouldBe("urgent");
        (await _driver.GetAsync($"/list/{made.Str("id")}"))
            .Str("content")
            .ShouldBe("One campaign from brief to report.");
    }

    [Fact]
    public async Task Import_switches_leave_out_what_they_do_not_name()
    {
        var made = await _driver.PostAsync(
            $"/folder/{SandboxSeed.BackendFolderId}/list_template/{SandboxSeed.CampaignTemplateId}",
            """
            {"name":"Spring","options":{"old_due_date":true,"priority":false,"content":"Mine",
             "start_date":"2026-05-01T00:00:00Z","skip_weekends":true}}
            """
        );
        made.Str("list", "content").ShouldBe("Mine");
        var tasks = await _driver.AllTasksAsync($"/list/{made.Str("id")}/task?subtasks=true");
        tasks.Count.ShouldBe(3, "subtasks are not imported");
        tasks.ShouldAllBe(task => task.At("priority").ValueKind == System.Text.Json.JsonValueKind.Null);
        tasks.ShouldAllBe(task => task.List("assignees").Count == 0);
        var due = long.Parse(tasks.Single(task => task.Str("name") == "Report").Str("due_date")!);
        DateTimeOffset.FromUnixTimeMilliseconds(due).Date.ShouldBe(new DateTime(2026, 6, 1), "31 May is a Sunday");
    }

    [Fact]
    public async Task A_folder_comes_with_its_lists_inside_another_if_wanted()
    {
        var made = await _driver.PostAsync(
            $"/space/{SandboxSeed.OperationsSpaceId}/folder_template/{SandboxSeed.ProjectTemplateId}",
            $$"""{"name":"Client","parent_folder_id":"{{SandboxSeed.OfficeFolderId}}"}"""
        );
        made.Str("folder", "parent_folder").ShouldBe(SandboxSeed.OfficeFolderId);
        var folder = await _driver.GetAsync($"/folder/{made.Str("id")}");
        folder.Names("lists").ShouldBe(["Campaign", "Sprint"]);
        folder.Str("task_count").ShouldBe("7");
        await _driver.RefusedAsync(
            404,
            "POST",
            $"/space/{SandboxSeed.OperationsSpaceId}/folder_template/{SandboxSeed.ProjectTemplateId}",
            $$"""{"name":"Client","parent_folder_id":"{{SandboxSeed.BackendFolderId}}"}"""
        );
    }
}
