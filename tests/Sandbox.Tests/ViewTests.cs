using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class ViewTests
{
    private const string Urgent = $"/view/{SandboxSeed.UrgentBugsViewId}";

    private readonly Driver _driver = new();

    [Theory]
    [InlineData($"/team/{SandboxSeed.WorkspaceId}", 7, "All open work")]
    [InlineData($"/space/{SandboxSeed.EngineeringSpaceId}", 4, "Roadmap", "Engineering Chat")]
    [InlineData($"/folder/{SandboxSeed.BackendFolderId}", 5, "Board")]
    [InlineData($"/list/{SandboxSeed.BackendBugsListId}", 6, "Urgent Bugs")]
    public async Task Each_level_lists_its_own_views(string place, int type, params string[] names)
    {
        var views = await _driver.GetAsync(place + "/view");
        views.Names("views").ShouldBe(names);
        var parent = views.List("views")[0].At("parent");
        parent.At("type").GetInt32().ShouldBe(type);
        parent.Str("id").ShouldBe(place.Split('/')[2]);
    }

    [Theory]
    [InlineData($"/team/{SandboxSeed.WorkspaceId}")]
    [InlineData($"/space/{SandboxSeed.MarketingSpaceId}")]
    [InlineData($"/folder/{SandboxSeed.OfficeFolderId}")]
    [InlineData($"/list/{SandboxSeed.InboxListId}")]
    public async Task A_view_can_be_created_at_each_level_and_deleted(string place)
    {
        var created = await _driver.PostAsync(
            place + "/view",
            """{"name":"Mine","type":"table","filters":{"show_closed":true}}"""
        );
        var id = created.Str("view", "id");
        created.At("view", "filters", "show_closed").GetBoolean().ShouldBeTrue();
        created.Str("view", "filters", "op").ShouldBe("AND");
        (await _driver.GetAsync(place + "/view")).Names("views").ShouldContain("Mine");
        (await _driver.GetAsync($"/view/{id}")).Str("view", "type").ShouldBe("table");
        await _driver.OkAsync("DELETE", $"/view/{id}");
        (await _driver.GetAsync(place + "/view")).Names("views").ShouldNotContain("Mine");
        (await _driver.RefusedAsync(401, "GET", $"/view/{id}")).ShouldBe("OAUTH_023");
    }

    [Theory]
    [InlineData("""{"name":"Mine"}""")]
    [InlineData("""{"name":"Mine","type":"doc"}""")]
    [InlineData("""{"type":"list"}""")]
    public async Task A_view_needs_a_name_and_a_known_type(string body) =>
        await _driver.RefusedAsync(400, "POST", $"/list/{SandboxSeed.ApiListId}/view", body);

    [Fact]
    public async Task An_update_loses_the_parts_it_does_not_name()
    {
        var before = await _driver.GetAsync(Urgent);
        before.At("view", "filters").List("fields").ShouldNotBeEmpty();
        await _driver.PutAsync(Urgent, """{"name":"Hot Bugs","sorting":{"fields":[{"field":"priority","dir":1}]}}""");
        var after = await _driver.GetAsync(Urgent);
        after.Str("view", "name").ShouldBe("Hot Bugs");
        after.Str("view", "type").ShouldBe("list");
        after.At("view", "sorting").List("fields")[0].Str("field").ShouldBe("priority");
        after.At("view", "filters").List("fields").ShouldBeEmpty();
        after.At("view", "columns").List("fields").ShouldBeEmpty();
        after.At("view", "parent").GetRawText().ShouldBe(before.At("view", "parent").GetRawText());
    }

    [Fact]
    public async Task A_view_can_be_protected_and_made_private()
    {
        await _driver.PutAsync(Urgent, """{"visibility":"private","protected":true,"protected_note":"Ask first"}""");
        var view = (await _driver.GetAsync(Urgent)).At("view");
        view.Str("visibility").ShouldBe("private");
        view.At("protected").GetBoolean().ShouldBeTrue();
        view.Str("protected_note").ShouldBe("Ask first");
        view.At("protected_by").GetInt64().ShouldBe(SandboxSeed.OwnerId);
    }

    [Fact]
    public async Task The_tasks_of_a_view_pass_its_filter()
    {
        var tasks = await _driver.AllTasksAsync(Urgent + "/task");
        tasks.ShouldNotBeEmpty();
        tasks.ShouldAllBe(task =>
            task.Str("priority", "priority") == "urgent" || task.Str("priority", "priority") == "high"
        );
        tasks.ShouldAllBe(task => task.Str("list", "id") == SandboxSeed.BackendBugsListId);
    }

    [Theory]
    [InlineData("""{"field":"status","op":"EQ","values":["NEW"]}""")]
    [InlineData("""{"field":"status","op":"NOT","values":["new"]}""")]
    [InlineData("""{"field":"assignee","op":"ANY","values":["me"]}""")]
    [InlineData("""{"field":"tag","op":"NOT ANY","values":["bug"]}""")]
    public async Task Filters_narrow_and_an_unknown_field_does_not(string filter)
    {
        var all = (await TasksWithAsync("")).Count;
        (await TasksWithAsync(filter)).Count.ShouldBeInRange(1, all - 1);
        (await TasksWithAsync("""{"field":"mood","op":"EQ","values":["good"]}""")).Count.ShouldBe(all);
    }

    [Fact]
    public async Task Tasks_come_in_pages_and_the_last_says_so()
    {
        var path = $"/view/{SandboxSeed.EverythingViewId}/task";
        var first = await _driver.GetAsync(path + "?page=0");
        first.At("last_page").GetBoolean().ShouldBeFalse();
        var all = await _driver.AllTasksAsync(path);
        all.Count.ShouldBeGreaterThan(first.List("tasks").Count);
        all.Select(task => task.Str("id")).ShouldBeUnique();
    }

    [Fact]
    public async Task Every_list_has_a_view_that_is_listed_apart_and_cannot_be_deleted()
    {
        var place = $"/folder/{SandboxSeed.BackendFolderId}/list";
        var list = (await _driver.PostAsync(place, """{"name":"New"}""")).Str("id");
        var views = await _driver.GetAsync($"/list/{list}/view");
        views.List("views").ShouldBeEmpty();
        var required = views.At("required_views", "list").Str("id");
        views.At("required_views", "board").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _driver.GetAsync($"/view/{required}")).Str("view", "name").ShouldBe("List");
        await _driver.RefusedAsync(400, "DELETE", $"/view/{required}");
        (await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/view"))
            .TryGetProperty("required_views", out _)
            .ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_takes_its_views_along()
    {
        await _driver.OkAsync("DELETE", $"/list/{SandboxSeed.BackendBugsListId}");
        (await _driver.RefusedAsync(401, "GET", Urgent)).ShouldBe("OAUTH_023");
    }

    private async Task<List<JsonElement>> TasksWithAsync(string filter)
    {
        await _driver.PutAsync(Urgent, $$$"""{"filters":{"fields":[{{{filter}}}]}}""");
        return await _driver.AllTasksAsync(Urgent + "/task");
    }
}
