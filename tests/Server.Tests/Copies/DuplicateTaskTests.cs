using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>A copy is what its original is, wherever it goes; what it cannot be is said.</summary>
public sealed class DuplicateTaskTests : IAsyncDisposable
{
    private readonly CopySession _session = new();

    [Fact]
    public async Task A_copy_in_the_same_list_reads_as_its_original_on_all_levels()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        string copy = await _session.FindAsync("Release 2.0 (copy)");
        (await new TaskPicture(_session).OfAsync(copy)).ShouldBe(await new TaskPicture(_session).OfAsync(root));
        result.Text.ShouldContain(copy);
        result.Text.ShouldContain(
            "Copied Release 2.0 as " + copy + " in list API, with 3 subtasks, 3 checklists, 6 checklist lines, 2 files"
        );
        result.Text.ShouldContain($"Not copied: the tie to task {SandboxSeed.SecondTaskId} (of Release 2.0): ");
    }

    [Fact]
    public async Task Each_thing_is_one_request()
    {
        string root = await _session.PlantAsync();

        await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        ILookup<string, SentRequest> sent = _session.Sent.ToLookup(static request => request.Method);
        // Four tasks; three of the copies have ties to be seen.
        sent["GET"].Count().ShouldBe(7, string.Join('\n', sent["GET"].Select(static request => request.Line)));
        // Tasks, checklists, lines, files, a dependency and a link.
        sent["POST"].Count().ShouldBe(4 + 3 + 6 + 2 + 2);
        // Two lines are ticked or nested.
        sent["PUT"].Count().ShouldBe(2);
    }

    [Fact]
    public async Task Files_are_fetched_without_a_credential()
    {
        string root = await _session.PlantAsync();

        await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        _session.FileRequests.Count.ShouldBe(2);
        foreach (string head in _session.FileRequests)
        {
            head.ShouldNotContain("Authorization", Case.Insensitive);
            head.ShouldNotContain(SandboxSeed.Token);
        }
    }

    [Fact]
    public async Task Files_at_other_hosts_than_ClickUps_are_named_as_not_copied()
    {
        await using CopySession closed = new(knowsHost: false);
        string root = await closed.PlantAsync();

        ToolResult result = await closed.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        result.Text.ShouldContain(
            "Not copied: file plan.txt (of Release 2.0): it is kept elsewhere than at ClickUp's hosts of files"
        );
        closed.FileRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_its_host_does_not_give_out_is_told_and_the_rest_is_there()
    {
        string root = await _session.PlantAsync();
        _session.Forget("plan.txt");

        ToolResult result = await _session.Session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain(
            "Failed: file plan.txt of Release 2.0: The host of ClickUp's files does not give it out."
        );
        result.Text.ShouldContain($"Release 2.0 as {await _session.FindAsync("Release 2.0 (copy)")} in list API");
        result.Text.ShouldContain("1 file,");
    }

    [Fact]
    public async Task In_another_list_statuses_and_fields_are_those_of_that_list()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","list":"{{SandboxSeed.BackendBugsListId}}","name":"Same again"}"""
        );

        string copy = await _session.FindAsync("Same again", SandboxSeed.BackendBugsListId);
        JsonElement notes = await _session.GetAsync(
            $"/api/v2/task/{await _session.FindAsync("Write notes", SandboxSeed.BackendBugsListId)}"
        );
        notes.GetProperty("status").GetProperty("status").GetString().ShouldBe("confirmed");
        notes.GetProperty("parent").GetString().ShouldBe(copy);
        result.Text.ShouldContain(
            "Not copied: status in progress (of Write notes): list Bugs has none of this name, so the copy is confirmed"
        );
    }

    [Fact]
    public async Task In_another_space_fields_go_by_name_and_those_that_are_not_there_are_named()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","list":"{{SandboxSeed.LaunchListId}}","without":["subtasks"]}"""
        );

        JsonElement copy = await _session.GetAsync(
            $"/api/v2/task/{await _session.FindAsync("Release 2.0", SandboxSeed.LaunchListId)}"
        );
        Fields(copy).ShouldBe(["Approved", "Customer", "Stakeholders"], ignoreOrder: true);
        foreach (string field in (string[])["Effort", "Severity", "Platforms", "Rollout", "Website"])
        {
            result.Text.ShouldContain(
                $"Not copied: custom field {field}: list Product Launch has none of this id, nor of this name and type"
            );
        }
    }

    [Theory]
    [InlineData("""{"include":["tags"]}""", "tags")]
    [InlineData("""{"without":["checklists","attachments","dependencies","subtasks"]}""", "priority", "tags", "fields")]
    [InlineData("""{"include":["checklists","custom_fields"],"without":["custom_fields"]}""", "checklists")]
    public async Task Only_what_is_wanted_is_copied(string parts, params string[] expected)
    {
        string root = await _session.PlantAsync();

        await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}",{{parts[1..]}}""");

        JsonElement copy = await _session.GetAsync(
            $"/api/v2/task/{await _session.FindAsync("Release 2.0 (copy)")}",
            "include_subtasks=true"
        );
        Dictionary<string, bool> has = new()
        {
            ["tags"] = copy.GetProperty("tags").GetArrayLength() > 0,
            ["checklists"] = copy.GetProperty("checklists").GetArrayLength() > 0,
            ["attachments"] = copy.GetProperty("attachments").GetArrayLength() > 0,
            ["subtasks"] = copy.GetProperty("subtasks").GetArrayLength() > 0,
            ["ties"] = copy.GetProperty("linked_tasks").GetArrayLength() > 0,
            ["priority"] = copy.GetProperty("priority").ValueKind == JsonValueKind.Object,
            ["fields"] = Fields(copy).Contains("Effort"),
        };
        has.Where(static part => part.Value).Select(static part => part.Key).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Comments_are_posted_on_request_in_their_order_with_their_authors_and_replies()
    {
        ToolResult result = await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","include":["comments"]}"""
        );

        result.Text.ShouldContain("with 30 comments, 2 replies.");
        string name = (await _session.GetAsync($"/api/v2/task/{SandboxSeed.RichTaskId}"))
            .GetProperty("name")
            .GetString()!;
        JsonElement comments = await _session.GetAsync(
            $"/api/v2/task/{await _session.FindAsync($"{name} (copy)")}/comment"
        );
        JsonElement newest = comments.GetProperty("comments")[0];
        newest.GetProperty("comment_text").GetString()!.ShouldContain("Progress note");
        newest.GetProperty("comment_text").GetString()!.ShouldContain(", 2026-11-");
    }

    [Fact]
    public async Task The_copy_of_a_subtask_stands_beside_it()
    {
        string root = await _session.PlantAsync();

        await _session.CallAsync("duplicate_task", $$"""{"task":"{{await _session.FindAsync("Publish")}}"}""");

        JsonElement copy = await _session.GetAsync($"/api/v2/task/{await _session.FindAsync("Publish (copy)")}");
        copy.GetProperty("parent").GetString().ShouldBe(root);
    }

    [Fact]
    public async Task A_dry_run_shows_all_requests_and_losses_and_writes_and_fetches_nothing()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}","dry_run":true}""");

        result.Text.ShouldContain("Dry run of duplicate_task: nothing was written.");
        result.Text.ShouldContain("Not copied: the tie to task");
        result.Text.ShouldContain($"POST /api/v2/list/{SandboxSeed.ApiListId}/task");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
        _session.FileRequests.ShouldBeEmpty();
        (await _session.TryFindAsync("Release 2.0 (copy)")).ShouldBeNull();
    }

    [Fact]
    public async Task Several_tasks_are_copied_by_one_call()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.CallAsync(
            "duplicate_bulk_tasks",
            $$"""
            {"list":"{{SandboxSeed.WebAppListId}}","tasks":["{{root}}","{{SandboxSeed.SecondTaskId}}"],
             "without":["attachments"]}
            """
        );

        result.Text.ShouldContain("duplicate_task: 2 of 2 done");
        string copy = await _session.FindAsync("Release 2.0", SandboxSeed.WebAppListId);
        result.Text.ShouldContain(copy);
        await _session.FindAsync("Collect changes", SandboxSeed.WebAppListId);
    }

    [Fact]
    public async Task S_01_A_server_that_only_reads_copies_nothing()
    {
        SandboxSession session = new(new ToolPolicyOptions { ReadOnly = true });
        int before = session.Sent.Count;

        ToolResult result = await session.CallAsync("duplicate_task", $$"""{"task":"{{SandboxSeed.RichTaskId}}"}""");

        result.IsError.ShouldBeTrue(result.Text);
        session.Sent.Skip(before).ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task A_task_of_a_workspace_that_the_connection_may_not_work_in_is_not_read()
    {
        SandboxSession session = new(secondWorkspace: true, workspaces: [SandboxSeed.SecondWorkspaceId]);
        int before = session.Sent.Count;

        ToolResult result = await session.CallAsync("duplicate_task", $$"""{"task":"{{SandboxSeed.RichTaskId}}"}""");

        result.IsError.ShouldBeTrue(result.Text);
        session.Sent.Skip(before).ShouldAllBe(static request => request.Method == "GET");
        result.Text.ShouldNotContain("Rollout");
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static IEnumerable<string> Fields(JsonElement task) =>
        task.GetProperty("custom_fields")
            .EnumerateArray()
            .Where(static field => field.TryGetProperty("value", out _))
            .Select(static field => field.GetProperty("name").GetString()!);
}
