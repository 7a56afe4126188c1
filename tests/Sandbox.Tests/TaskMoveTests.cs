using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class TaskMoveTests
{
    private const string Rich = $"/task/{SandboxSeed.RichTaskId}";
    private const string Tasks = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/tasks";
    private const string ToApi = $"home_list/{SandboxSeed.ApiListId}";
    private const string ToBugs = $"home_list/{SandboxSeed.BackendBugsListId}";
    private const string ToInbox = $"home_list/{SandboxSeed.InboxListId}";

    private readonly Driver _driver = new();

    [Fact]
    public async Task A_status_of_the_same_name_is_kept_and_subtasks_come_along()
    {
        var parent = await AddAsync(SandboxSeed.ApiListId, "");
        var child = await AddAsync(SandboxSeed.ApiListId, $",\"parent\":\"{parent}\"");
        var moved = await _driver.PutAsync($"{Tasks}/{parent}/home_list/{SandboxSeed.WebAppListId}", "{}");
        (moved.Str("data", "task_id"), moved.Str("data", "new_list_id")).ShouldBe((parent, SandboxSeed.WebAppListId));
        foreach (var id in new[] { parent, child })
        {
            var task = await _driver.GetAsync($"/task/{id}");
            task.Str("list", "id").ShouldBe(SandboxSeed.WebAppListId);
            task.Str("status", "status").ShouldBe("to do");
        }
    }

    [Fact]
    public async Task A_status_that_the_new_list_lacks_must_be_mapped_by_id()
    {
        var id = await AddAsync(SandboxSeed.ApiListId, "");
        var path = $"{Tasks}/{id}/{ToBugs}";
        await _driver.RefusedAsync(400, "PUT", path, "{}");
        await _driver.RefusedAsync(400, "PUT", path, Mapping("to do", "fixing"));
        var source = (await _driver.GetAsync($"/task/{id}")).Str("status", "id");
        await _driver.RefusedAsync(400, "PUT", path, Mapping(source, source));
        (await _driver.GetAsync($"/task/{id}")).Str("list", "id").ShouldBe(SandboxSeed.ApiListId);

        var statuses = (await _driver.GetAsync($"/list/{SandboxSeed.BackendBugsListId}")).List("statuses");
        await _driver.PutAsync(path, Mapping(source, statuses.Single(s => s.Str("status") == "fixing").Str("id")));
        var task = await _driver.GetAsync($"/task/{id}");
        (task.Str("list", "id"), task.Str("status", "status")).ShouldBe((SandboxSeed.BackendBugsListId, "fixing"));
    }

    [Fact]
    public async Task Fields_come_along_only_when_asked_for()
    {
        await _driver.PutAsync(Rich, """{"status":"complete"}""");
        await _driver.PutAsync($"{Tasks}/{SandboxSeed.RichTaskId}/{ToInbox}", "{}");
        var plain = await _driver.GetAsync(Rich);
        (plain.Field("Customer") is null, plain.Field("Effort") is null).ShouldBe((false, true));

        await _driver.PutAsync($"{Tasks}/{SandboxSeed.RichTaskId}/{ToApi}", "{}");
        var effort = (await _driver.GetAsync(Rich)).List("custom_fields").Single(f => f.Str("name") == "Effort");
        await _driver.PutAsync(
            $"{Tasks}/{SandboxSeed.RichTaskId}/{ToInbox}",
            $$"""{"move_custom_fields":true,"custom_fields_to_move":["{{effort.Str("id")}}"]}"""
        );
        var carried = await _driver.GetAsync(Rich);
        (carried.Field("Effort") is null, carried.Field("Severity") is null).ShouldBe((false, true));
        (await _driver.GetAsync($"/list/{SandboxSeed.InboxListId}/field")).Names("fields").ShouldContain("Effort");
    }

    [Fact]
    public async Task Either_kind_of_task_id_serves_but_task_and_list_must_exist()
    {
        var custom = (await _driver.GetAsync($"/task/{await AddAsync(SandboxSeed.ApiListId, "")}")).Str("custom_id");
        await _driver.PutAsync($"{Tasks}/{custom}/home_list/{SandboxSeed.WebAppListId}", "{}");
        await _driver.RefusedAsync(404, "PUT", $"{Tasks}/nope/{ToApi}", "{}");
        await _driver.RefusedAsync(404, "PUT", $"{Tasks}/{SandboxSeed.RichTaskId}/home_list/1", "{}");
    }

    [Fact]
    public async Task Merging_hands_over_what_hangs_on_the_source_and_deletes_it()
    {
        var source = await AddAsync(SandboxSeed.ApiListId, $",\"assignees\":[{SandboxSeed.MemberId}]");
        await _driver.PostAsync($"/task/{source}/comment", """{"comment_text":"From the copy"}""");
        await _driver.PostAsync($"/task/{source}/checklist", """{"name":"Copied"}""");
        var child = await AddAsync(SandboxSeed.ApiListId, $",\"parent\":\"{source}\"");
        var path = $"/task/{SandboxSeed.SecondTaskId}/merge";

        await _driver.OkAsync("POST", path, $$"""{"source_task_ids":["{{source}}"]}""");
        (await _driver.RefusedAsync(401, "GET", $"/task/{source}")).ShouldBe("OAUTH_027");
        (await _driver.GetAsync($"/task/{child}")).Str("parent").ShouldBe(SandboxSeed.SecondTaskId);
        var target = await _driver.GetAsync($"/task/{SandboxSeed.SecondTaskId}");
        target.List("assignees").ShouldContain(person => person.At("id").GetInt64() == SandboxSeed.MemberId);
        target.List("checklists").Single(c => c.Str("name") == "Copied").Str("task_id").ShouldBe(target.Str("id"));
        var comments = await _driver.GetAsync($"/task/{SandboxSeed.SecondTaskId}/comment");
        comments.Names("comments", "comment_text").ShouldContain("From the copy");
    }

    [Fact]
    public async Task Merging_refuses_itself_nothing_and_what_does_not_exist()
    {
        const string Path = Rich + "/merge";
        await _driver.RefusedAsync(400, "POST", Path, """{"source_task_ids":[]}""");
        await _driver.RefusedAsync(400, "POST", Path, $$"""{"source_task_ids":["{{SandboxSeed.RichTaskId}}"]}""");
        await _driver.RefusedAsync(404, "POST", Path, """{"source_task_ids":["nope"]}""");
        var child = await AddAsync(SandboxSeed.ApiListId, $",\"parent\":\"{SandboxSeed.RichTaskId}\"");
        await _driver.RefusedAsync(
            400,
            "POST",
            $"/task/{child}/merge",
            $$"""{"source_task_ids":["{{SandboxSeed.RichTaskId}}"]}"""
        );
        await _driver.GetAsync(Rich);
    }

    [Fact]
    public async Task The_search_counts_further_lists_only_when_told_to()
    {
        const string Path = $"/team/{SandboxSeed.WorkspaceId}/task?list_ids[]={SandboxSeed.CurrentSprintListId}";
        (await _driver.AllTasksAsync(Path)).ShouldNotContain(task => task.Str("id") == SandboxSeed.RichTaskId);
        (await _driver.AllTasksAsync(Path + "&include_timl=true")).ShouldContain(task =>
            task.Str("id") == SandboxSeed.RichTaskId
        );
    }

    private static string Mapping(string? source, string? destination) =>
        $$"""{"status_mappings":[{"source_status_id":"{{source}}","destination_status_id":"{{destination}}"}]}""";

    private async Task<string?> AddAsync(string list, string rest)
    {
        JsonElement created = await _driver.PostAsync($"/list/{list}/task", $$"""{"name":"Move me"{{rest}}}""");
        return created.Str("id");
    }
}
