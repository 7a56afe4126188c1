namespace ClickUpMcp.Sandbox.Tests;

public sealed class HierarchyTests
{
    private readonly Driver _driver = new();

    [Fact]
    public async Task Hidden_folders_show_only_as_the_home_of_folderless_lists()
    {
        var folders = await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/folder");
        folders.Names("folders").ShouldBe(["Backend", "Frontend", "Sprints"]);
        var lists = await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/list");
        var backlog = lists.List("lists").ShouldHaveSingleItem();
        backlog.At("folder", "hidden").GetBoolean().ShouldBeTrue();
        backlog.Str("folder", "name").ShouldBe("hidden");
    }

    [Fact]
    public async Task Lists_may_have_statuses_of_their_own()
    {
        var own = await _driver.GetAsync($"/list/{SandboxSeed.BackendBugsListId}");
        var inherited = await _driver.GetAsync($"/list/{SandboxSeed.FrontendBugsListId}");
        var space = await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}");
        own.At("override_statuses").GetBoolean().ShouldBeTrue();
        own.Names("statuses", "status").ShouldNotBe(space.Names("statuses", "status"));
        inherited.Names("statuses", "status").ShouldBe(space.Names("statuses", "status"));
    }

    [Fact]
    public async Task Subfolders_come_flat_in_the_space_and_as_a_tree_on_demand()
    {
        var flat = await _driver.GetAsync($"/space/{SandboxSeed.OperationsSpaceId}/folder");
        flat.Names("folders").ShouldBe(["Office", "Berlin"]);
        flat.List("folders")[1].Str("parent_folder").ShouldBe(SandboxSeed.OfficeFolderId);
        var plain = await _driver.GetAsync($"/folder/{SandboxSeed.OfficeFolderId}");
        plain.TryGetProperty("folders", out _).ShouldBeFalse();
        var tree = await _driver.GetAsync($"/folder/{SandboxSeed.OfficeFolderId}?include_subfolders=true");
        tree.Names("folders").ShouldBe(["Berlin"]);
    }

    [Fact]
    public async Task Archived_lists_come_only_when_asked_for()
    {
        var path = $"/folder/{SandboxSeed.BackendFolderId}/list";
        (await _driver.GetAsync(path)).Names("lists").ShouldBe(["Bugs", "API"]);
        (await _driver.GetAsync(path + "?archived=true")).Names("lists").ShouldBe(["Old Roadmap"]);
    }

    [Fact]
    public async Task Spaces_ignore_statuses_and_keep_features()
    {
        var created = await _driver.PostAsync(
            $"/team/{SandboxSeed.WorkspaceId}/space",
            """{"name":"Lab","statuses":[{"status":"mine"}],"features":{"time_tracking":{"enabled":false}}}"""
        );
        created.Names("statuses", "status").ShouldBe(["to do", "complete"]);
        created.At("features", "time_tracking", "enabled").GetBoolean().ShouldBeFalse();
        created.At("features", "tags", "enabled").GetBoolean().ShouldBeTrue();

        var path = $"/space/{created.Str("id")}";
        (await _driver.PutAsync(path, """{"name":"Laboratory","private":true}""")).Str("name").ShouldBe("Laboratory");
        (await _driver.GetAsync(path)).At("private").GetBoolean().ShouldBeTrue();
        await _driver.OkAsync("DELETE", path);
        (await _driver.RefusedAsync(404, "GET", path)).ShouldBe("ITEM_015");
    }

    [Fact]
    public async Task Deleting_a_folder_takes_its_lists_and_tasks()
    {
        var task = (await _driver.AllTasksAsync($"/list/{SandboxSeed.WebAppListId}/task"))[0].Str("id");
        await _driver.OkAsync("DELETE", $"/folder/{SandboxSeed.FrontendFolderId}");
        (await _driver.RefusedAsync(404, "GET", $"/list/{SandboxSeed.WebAppListId}")).ShouldBe("OAUTH_055");
        (await _driver.RefusedAsync(401, "GET", $"/task/{task}")).ShouldBe("OAUTH_027");
    }

    [Fact]
    public async Task Lists_are_created_changed_and_never_moved()
    {
        var created = await _driver.PostAsync(
            $"/folder/{SandboxSeed.BackendFolderId}/list",
            $$"""{"name":"New","content":"About","assignee":{{SandboxSeed.AdminId}},"priority":1,"status":"red"}"""
        );
        created.At("assignee", "id").GetInt64().ShouldBe(SandboxSeed.AdminId);
        var path = $"/list/{created.Str("id")}";
        await _driver.PutAsync(
            path,
            $$"""{"name":"Newer","folder_id":"{{SandboxSeed.FrontendFolderId}}","unset_status":true}"""
        );
        var read = await _driver.GetAsync(path);
        read.Str("name").ShouldBe("Newer");
        read.Str("folder", "id").ShouldBe(SandboxSeed.BackendFolderId);
        read.TryGetProperty("status", out _).ShouldBeFalse();
        (await _driver.PostAsync($"/space/{SandboxSeed.OperationsSpaceId}/list", """{"name":"Loose"}"""))
            .At("folder", "hidden")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_moves_into_another_with_its_lists_and_tasks()
    {
        await _driver.PutAsync(
            Position(SandboxSeed.BackendFolderId),
            $$"""{"parent_folder_id":"{{SandboxSeed.OfficeFolderId}}","space_id":"{{SandboxSeed.MarketingSpaceId}}"}"""
        );
        var folder = await _driver.GetAsync($"/folder/{SandboxSeed.BackendFolderId}");
        folder.Str("parent_folder").ShouldBe(SandboxSeed.OfficeFolderId);
        folder.Str("space", "id").ShouldBe(SandboxSeed.OperationsSpaceId);
        var task = await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}");
        task.Str("space", "id").ShouldBe(SandboxSeed.OperationsSpaceId);
        var list = await _driver.GetAsync($"/list/{SandboxSeed.ApiListId}");
        list.Names("statuses", "status").ShouldContain(task.Str("status", "status"));
        (await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/folder"))
            .Names("folders")
            .ShouldBe(["Frontend", "Sprints"]);
    }

    [Fact]
    public async Task A_folder_moves_to_a_space_with_its_subfolders_at_the_top_unless_said_otherwise()
    {
        await _driver.PutAsync(
            Position(SandboxSeed.OfficeFolderId),
            $$"""{"space_id":"{{SandboxSeed.EngineeringSpaceId}}","position":2}"""
        );
        await _driver.PutAsync(
            Position(SandboxSeed.SprintFolderId),
            $$"""{"space_id":"{{SandboxSeed.EngineeringSpaceId}}"}"""
        );
        var folders = await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/folder");
        folders
            .List("folders")
            .Where(folder => !folder.TryGetProperty("parent_folder", out _))
            .Select(folder => folder.Str("name"))
            .ShouldBe(["Sprints", "Backend", "Frontend", "Office"]);
        folders.Names("folders").ShouldContain("Berlin");
    }

    [Theory]
    [InlineData("{}", 400, null)]
    [InlineData($$"""{"parent_folder_id":"{{SandboxSeed.BerlinFolderId}}"}""", 400, null)]
    [InlineData($$"""{"parent_folder_id":"{{SandboxSeed.OfficeFolderId}}"}""", 400, null)]
    [InlineData("""{"space_id":"1"}""", 404, "ITEM_015")]
    [InlineData("""{"parent_folder_id":"1"}""", 401, "OAUTH_023")]
    public async Task A_folder_does_not_move_into_itself_or_nowhere(string body, int status, string? code) =>
        (await _driver.RefusedAsync(status, "PUT", Position(SandboxSeed.OfficeFolderId), body)).ShouldBe(code);

    [Fact]
    public async Task Renaming_a_folder_does_not_move_it()
    {
        var path = $"/folder/{SandboxSeed.BackendFolderId}";
        await _driver.PutAsync(path, $$"""{"name":"Server","parent_folder_id":"{{SandboxSeed.FrontendFolderId}}"}""");
        var folder = await _driver.GetAsync(path);
        folder.Str("name").ShouldBe("Server");
        folder.TryGetProperty("parent_folder", out _).ShouldBeFalse();
    }

    private static string Position(string folder) => $"/folder/{folder}/position";
}
