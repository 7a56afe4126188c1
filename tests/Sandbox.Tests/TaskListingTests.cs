using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class TaskListingTests
{
    private const string Search = $"/team/{SandboxSeed.WorkspaceId}/task";
    private const string Backlog = $"/list/{SandboxSeed.BacklogListId}/task";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Pages_hold_a_hundred_and_say_when_they_end()
    {
        var first = await _driver.GetAsync(Backlog + "?page=0&limit=5");
        var second = await _driver.GetAsync(Backlog + "?page=1");
        var beyond = await _driver.GetAsync(Backlog + "?page=9");
        first.List("tasks").Count.ShouldBe(100);
        first.At("last_page").GetBoolean().ShouldBeFalse();
        second.List("tasks").Count.ShouldBeInRange(1, 99);
        second.At("last_page").GetBoolean().ShouldBeTrue();
        beyond.List("tasks").ShouldBeEmpty();
        first.Names("tasks", "id").Intersect(second.Names("tasks", "id")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Closed_archived_and_subtasks_are_left_out_unless_asked_for()
    {
        var plain = await _driver.AllTasksAsync(Search);
        plain.ShouldAllBe(task => task.Str("status", "type") != "closed");
        plain.ShouldAllBe(task => task.Str("parent") == "");
        plain.ShouldAllBe(task => !task.At("archived").GetBoolean());
        (await _driver.AllTasksAsync(Search + "?include_closed=true")).ShouldContain(task =>
            task.Str("status", "type") == "closed"
        );
        (await _driver.AllTasksAsync(Search + "?subtasks=true")).ShouldContain(task => task.Str("parent") != "");
        (await _driver.AllTasksAsync(Search + "?archived=true")).ShouldContain(task =>
            task.At("archived").GetBoolean()
        );
    }

    [Fact]
    public async Task Tasks_of_other_homes_come_only_with_include_timl()
    {
        var path = $"/list/{SandboxSeed.CurrentSprintListId}/task";
        (await _driver.GetAsync(path)).Names("tasks", "id").ShouldNotContain(SandboxSeed.RichTaskId);
        (await _driver.GetAsync(path + "?include_timl=true"))
            .Names("tasks", "id")
            .ShouldContain(SandboxSeed.RichTaskId);
    }

    public static TheoryData<string> Filters =>
        [
            $"space_ids[]={SandboxSeed.MarketingSpaceId}",
            $"project_ids[]={SandboxSeed.BackendFolderId}&project_ids[]={SandboxSeed.SprintFolderId}",
            $"list_ids[]={SandboxSeed.ApiListId}",
            "statuses[]=to%20do&statuses[]=in+progress",
            $"assignees[]={SandboxSeed.AdminId}",
            "tags[]=tech%20debt&tags[]=bug",
            $"custom_items[]={SandboxSeed.BugTypeId}",
            "custom_items[]=1",
        ];

    [Theory]
    [InlineData("statuses[]=TO%20DO")]
    [InlineData("statuses[]=nope")]
    [InlineData("tags[]=Bug")]
    [InlineData("tags[]=nope")]
    [InlineData("assignees[]=99999999")]
    public async Task A_filter_that_names_nothing_or_in_another_case_is_no_error(string filter) =>
        (await _driver.AllTasksAsync($"{Search}?{filter}")).ShouldBeEmpty();

    // Each filter must find exactly what the same condition finds in everything.
    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filters_find_what_matches_and_nothing_else(string filter)
    {
        var all = await _driver.AllTasksAsync(Search);
        var found = await _driver.AllTasksAsync($"{Search}?{filter}");
        var expected = all.Where(task => Matches(task, filter)).Select(task => task.Str("id"));
        found.Select(task => task.Str("id")).ShouldBe(expected);
        found.Count.ShouldBeInRange(1, all.Count - 1);
    }

    [Theory]
    [InlineData("due_date")]
    [InlineData("date_created")]
    [InlineData("date_updated")]
    [InlineData("date_done")]
    public async Task Date_bounds_are_exclusive(string field)
    {
        const string Done = Search + "?include_closed=true";
        var dates = (await _driver.AllTasksAsync(Done))
            .Select(task => task.Str(field))
            .OfType<string>()
            .Select(long.Parse)
            .Order()
            .ToList();
        var middle = dates[dates.Count / 2];
        var after = await _driver.AllTasksAsync($"{Done}&{field}_gt={middle}");
        var before = await _driver.AllTasksAsync($"{Done}&{field}_lt={middle}");
        after.Select(task => long.Parse(task.Str(field)!)).Order().ShouldBe(dates.Where(date => date > middle));
        before.Select(task => long.Parse(task.Str(field)!)).Order().ShouldBe(dates.Where(date => date < middle));
    }

    [Theory]
    [InlineData("created", "date_created")]
    [InlineData("updated", "date_updated")]
    [InlineData("due_date", "due_date")]
    [InlineData("id", "id")]
    public async Task Orders_and_reverses(string order, string field)
    {
        var down = (await _driver.AllTasksAsync($"{Search}?order_by={order}"))
            .Select(task => task.Str(field) ?? "")
            .ToList();
        var up = (await _driver.AllTasksAsync($"{Search}?order_by={order}&reverse=true"))
            .Select(task => task.Str(field) ?? "")
            .ToList();
        down.ShouldBe(down.OrderDescending(StringComparer.Ordinal));
        up.ShouldBe(Enumerable.Reverse(down));
    }

    [Theory]
    [InlineData("order_by=bogus", 500, "ITEMV2_003")]
    [InlineData("page=x", 500, "ITEMV2_003")]
    [InlineData("due_date_gt=yesterday", 500, "ITEMV2_003")]
    [InlineData("assignees[]=me", 500, "ITEMV2_003")]
    [InlineData("assignees=1", 400, "PUBAPITASK_017")]
    [InlineData("statuses=open", 400, "OAUTH_040")]
    [InlineData("custom_items=1", 400, "PUBAPITASK_008")]
    [InlineData("custom_items[]=x", 400, "PUBAPITASK_009")]
    [InlineData("custom_fields=nonsense", 400, "ITEM_155")]
    [InlineData("custom_fields={}", 400, "ITEM_156")]
    public async Task Bad_filters_are_refused_as_on_the_wire(string query, int status, string code) =>
        (await _driver.RefusedAsync(status, "GET", $"{Search}?{query}")).ShouldBe(code);

    [Fact]
    public async Task Unknown_filters_are_ignored_and_unknown_people_find_nothing()
    {
        var all = await _driver.AllTasksAsync(Search);
        (await _driver.AllTasksAsync(Search + "?query=login")).Count.ShouldBe(all.Count);
        (await _driver.AllTasksAsync(Search + "?assignees[]=1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Parent_finds_the_subtasks_of_one_task()
    {
        var child = (await _driver.AllTasksAsync(Search + "?subtasks=true")).First(task => task.Str("parent") != "");
        var found = await _driver.AllTasksAsync($"{Search}?parent={child.Str("parent")}");
        found.ShouldAllBe(task => task.Str("parent") == child.Str("parent"));
        found.Select(task => task.Str("id")).ShouldContain(child.Str("id"));
    }

    [Fact]
    public async Task Markdown_comes_only_when_asked_for()
    {
        (await _driver.GetAsync(Backlog))
            .List("tasks")[0]
            .TryGetProperty("markdown_description", out _)
            .ShouldBeFalse();
        var task = (await _driver.GetAsync(Backlog + "?include_markdown_description=true")).List("tasks")[0];
        task.Str("markdown_description")!.ShouldContain("**");
        task.Str("description")!.ShouldNotContain("**");
    }

    private static bool Matches(JsonElement task, string filter) =>
        filter
            .Split('&')
            .Select(part => part.Split('='))
            .Any(part =>
                Values(task, part[0][..^2])
                    .Contains(Uri.UnescapeDataString(part[1].Replace('+', ' ')), StringComparer.OrdinalIgnoreCase)
            );

    private static List<string?> Values(JsonElement task, string name) =>
        name switch
        {
            "space_ids" => [task.Str("space", "id")],
            "project_ids" => [task.Str("folder", "id")],
            "list_ids" => [task.Str("list", "id")],
            "statuses" => [task.Str("status", "status")],
            "assignees" => [.. task.List("assignees").Select(person => person.At("id").ToString())],
            "tags" => task.Names("tags"),
            _ => [task.At("custom_item_id").ToString()],
        };
}
