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
}
