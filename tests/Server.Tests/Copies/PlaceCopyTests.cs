using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Lists and folders are copied with all their tasks, and leave their workspace only once the copy was seen to be whole.</summary>
public sealed class PlaceCopyTests : IAsyncLifetime
{
    private readonly PlaceSession _session = new();

    [Fact]
    public async Task A_copy_of_a_list_has_all_tasks_as_they_are()
    {
        ToolResult result = await CallAsync("duplicate_list", $$"""{"list":"{{_session.List}}"}""");

        result.IsError.ShouldBeFalse(result.Text);
        string made = (await _session.ListsAsync($"folder/{_session.Folder}"))["Plan (copy)"];
        result.Text.ShouldContain(
            $"Copied list Plan as {made} in folder Launch, with 1 task, 3 subtasks, 3 checklists, 6 checklist lines, 2 files, 1 link, 1 dependency."
        );
        string copy = (await _session.TasksAsync(made))["Release 2.0"].GetProperty("id").GetString()!;
        (await PictureAsync(copy)).ShouldBe(await PictureAsync(_session.Root));
        JsonElement list = await _session.Copies.GetAsync($"/api/v2/list/{made}");
        list.GetProperty("content").GetString().ShouldBe("What **comes**.");
        result.Text.ShouldContain("Not copied: views, automations");
    }

    [Fact]
    public async Task Dates_of_a_copied_list_move_by_days()
    {
        await CallAsync(
            "duplicate_list",
            $$"""{"list":"{{_session.List}}","name":"Next plan","shift_days":7,"space":"{{SandboxSeed.EngineeringSpaceId}}","include":["dates"]}"""
        );

        string made = (await _session.ListsAsync($"space/{SandboxSeed.EngineeringSpaceId}"))["Next plan"];
        JsonElement copy = (await _session.TasksAsync(made)).ShouldHaveSingleItem().Value;
        JsonElement own = await _session.Copies.GetAsync($"/api/v2/task/{_session.Root}");
        (Due(copy) - Due(own)).ShouldBe((long)TimeSpan.FromDays(7).TotalMilliseconds);
    }

    [Fact]
    public async Task A_dry_run_counts_and_shows_the_requests_and_writes_nothing()
    {
        ToolResult result = await CallAsync("duplicate_list", $$"""{"list":"{{_session.List}}","dry_run":true}""");

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain(
            "list Plan has 1 task, 3 subtasks, 3 checklists, 2 files; the copy goes to folder Launch."
        );
        result.Text.ShouldContain($"POST /api/v2/folder/{_session.Folder}/list");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task A_copy_of_a_folder_has_its_lists_and_the_ties_between_them()
    {
        ToolResult result = await CallAsync(
            "duplicate_folder",
            $$"""{"folder":"{{_session.Folder}}","name":"Launch 2"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("Copied folder Launch as ");
        result.Text.ShouldContain("2 lists, 2 tasks, 3 subtasks");
        string folder = result.Text.Split("Copied folder Launch as ")[1].Split(' ')[0];
        Dictionary<string, string> lists = await _session.ListsAsync($"folder/{folder}");
        lists.Keys.ShouldBe(["Plan", "Later"], ignoreOrder: true);
        string copy = (await _session.TasksAsync(lists["Plan"]))["Release 2.0"].GetProperty("id").GetString()!;
        string waiting = (await _session.TasksAsync(lists["Later"]))["Celebrate"].GetProperty("id").GetString()!;
        (await _session.Copies.GetAsync($"/api/v2/task/{waiting}"))
            .GetProperty("dependencies")
            .EnumerateArray()
            .ShouldContain(tie => tie.GetProperty("depends_on").GetString() == copy);
        (await PictureAsync(copy)).ShouldBe(await PictureAsync(_session.Root));
    }

    [Fact]
    public async Task A_list_that_is_not_made_is_named_and_its_tasks_are_not_begun()
    {
        _session.Copies.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Status,
                Code = 400,
                Method = "POST",
                PathPrefix = "/api/v2/folder/",
            }
        );

        ToolResult result = await CallAsync("duplicate_folder", $$"""{"folder":"{{_session.Folder}}"}""");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Failed: list ");
        result.Text.ShouldContain("Not begun: tasks of list ");
        result.Text.ShouldContain("a second call would make a second copy");
    }

    [Fact]
    public async Task First_there_is_an_inventory_and_nothing_is_written()
    {
        ToolResult result = await CallAsync(
            "transfer_folder",
            $$"""{"folder":"{{_session.Folder}}","space":"{{PlaceSession.OtherSpace}}"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain(
            "Nothing was done yet. The folder Launch with 2 lists, 2 tasks, 3 subtasks, 3 checklists, 2 files would be copied to space Research of another workspace, and then deleted for good."
        );
        result.Text.ShouldContain("Not copied: custom field Customer (of Release 2.0): ");
        result.Text.ShouldContain("call transfer_folder again with delete_source true");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("folder")]
    public async Task The_original_goes_once_its_copy_is_seen_to_be_whole(string kind)
    {
        ToolResult result = await TransferAsync(kind);

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("The original is deleted.");
        Examples.SentRequest[] sent = [.. _session.Sent];
        int deleted = Array.FindIndex(sent, static request => request.Method == "DELETE");
        sent[deleted].Path.ShouldBe($"/api/v2/{kind}/{(kind == "list" ? _session.List : _session.Folder)}");
        sent.Count(static request => request.Method == "DELETE").ShouldBe(1);
        sent.Skip(deleted).ShouldNotContain(static request => request.Method == "POST" || request.Method == "PUT");
        string id = result.Text.Split(" as ")[1].Split(' ')[0];
        string list = kind == "list" ? id : (await _session.ListsAsync($"folder/{id}"))["Plan"];
        (await _session.TasksAsync(list)).Keys.ShouldBe(
            ["Release 2.0", "Write notes", "Publish", "Collect changes"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_copy_that_is_not_whole_deletes_nothing()
    {
        _session.Copies.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "POST",
                PathPrefix = "/api/v2/list/",
                Members = ["priority"],
            }
        );

        ToolResult result = await TransferAsync("list");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Read back, it differs: priority of Release 2.0");
        result.Text.ShouldContain("The original was not deleted.");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
        (await _session.TasksAsync(_session.List)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_copy_that_stops_half_way_deletes_nothing()
    {
        _session.Copies.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Cut,
                Method = "POST",
                PathPrefix = "/api/v2/list/",
                After = 2,
            }
        );

        ToolResult result = await TransferAsync("folder");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Unknown, look before repeating: subtask ");
        result.Text.ShouldContain("The original was not deleted.");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
    }

    [Fact]
    public async Task An_original_that_changes_meanwhile_stays()
    {
        int reads = 0;
        _session.Copies.Session.Replace(request =>
            request.Path == $"/api/v2/list/{_session.List}/task" && ++reads > 2 ? """{"tasks":[]}""" : null
        );

        ToolResult result = await TransferAsync("list");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("the original was changed meanwhile");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_folder_with_folders_in_it_is_not_deleted()
    {
        ToolResult result = await CallAsync(
            "transfer_folder",
            $$"""{"folder":"{{SandboxSeed.OfficeFolderId}}","space":"{{PlaceSession.OtherSpace}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Folders in the folder would be lost with it: Berlin");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task Files_that_cannot_be_fetched_keep_the_original_from_going()
    {
        await using CopySession closed = new(knowsHost: false, secondWorkspace: true);
        await closed.PlantAsync();

        ToolResult result = await closed.Session.CallAsync(
            "transfer_list",
            $$"""{"list":"{{SandboxSeed.ApiListId}}","space":"{{PlaceSession.OtherSpace}}","delete_source":true,"workspace":"Acme"}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Files of tasks would be lost with the original");
        closed.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Theory]
    [InlineData("transfer_list", "list", "move_list")]
    [InlineData("transfer_folder", "folder", "move_folder")]
    public async Task Within_a_workspace_they_are_moved(string tool, string kind, string within)
    {
        string id = kind == "list" ? _session.List : _session.Folder;

        ToolResult result = await CallAsync(
            tool,
            $$"""{"{{kind}}":"{{id}}","space":"{{SandboxSeed.MarketingSpaceId}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain($"Use {within}.");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task More_tasks_than_one_call_copies_are_refused_before_anything_is_made()
    {
        string page =
            $$"""{"tasks":[{{string.Join(',', Enumerable.Range(0, 100).Select(static i => $$"""{"id":"t{{i}}"}"""))}}]}""";
        _session.Copies.Session.Replace(request => request.Path == $"/api/v2/list/{_session.List}/task" ? page : null);

        ToolResult result = await CallAsync("duplicate_list", $$"""{"list":"{{_session.List}}"}""");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("more than 500 tasks");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    public ValueTask InitializeAsync() => new(_session.PlantAsync());

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private Task<ToolResult> CallAsync(string tool, string arguments) =>
        _session.TryAsync(tool, arguments[..^1] + ""","workspace":"Acme"}""");

    private Task<ToolResult> TransferAsync(string kind) =>
        CallAsync(
            $"transfer_{kind}",
            $$"""{"{{kind}}":"{{(kind == "list" ? _session.List : _session.Folder)}}","space":"{{PlaceSession.OtherSpace}}","delete_source":true}"""
        );

    private Task<string> PictureAsync(string task) => new TaskPicture(_session.Copies).OfAsync(task);

    private static long Due(JsonElement task) =>
        long.Parse(task.GetProperty("due_date").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
