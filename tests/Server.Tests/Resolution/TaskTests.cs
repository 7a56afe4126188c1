using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class TaskTests
{
    private static readonly EntityId Bugs = new(EntityKind.List, "1001");

    [Theory]
    [InlineData("86abc1234", "86abc1234")]
    [InlineData("868800012", "868800012")]
    [InlineData("https://app.clickup.com/t/9hz", "9hz")]
    [InlineData("https://app.clickup.com/t/86abc1234?comment=1", "86abc1234")]
    [InlineData("https://app.clickup.com/t/9012/86abc1234", "86abc1234")]
    [InlineData("http://app.clickup.com/t/86abc1234", "86abc1234")]
    [InlineData("app.clickup.com/t/86abc1234", "86abc1234")]
    [InlineData("clickup.com/t/86abc1234", "86abc1234")]
    [InlineData("https://www.clickup.com/t/86abc1234", "86abc1234")]
    [InlineData("#86abc1234", "86abc1234")]
    [InlineData("CU-86abc1234", "86abc1234")]
    [InlineData("cu-86ABC1234", "86abc1234")]
    [InlineData("#CU-86abc1234", "86abc1234")]
    [InlineData("\"86abc1234\"", "86abc1234")]
    [InlineData("`86abc1234`", "86abc1234")]
    [InlineData("“CU-86abc1234”", "86abc1234")]
    [InlineData("[Fix login](https://app.clickup.com/t/86abc1234)", "86abc1234")]
    [InlineData("<https://app.clickup.com/t/86abc1234>", "86abc1234")]
    public async Task Ids_and_links_need_no_request(string text, string id)
    {
        ResolverFixture fixture = new();
        (await fixture.IdAsync(EntityKind.Task, text)).ShouldBe(id);
        fixture.ClickUp.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("release")]
    [InlineData("86ABC1234")]
    [InlineData("Fix login 2")]
    [InlineData("abcdef0123456")]
    [InlineData("a1")]
    [InlineData("https://evil.example/t/86abc1234")]
    [InlineData("https://app.clickup.com/t/../86abc1234/x")]
    public async Task Anything_else_is_a_name(string text)
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team/9012/task", """{"tasks":[],"last_page":true}""");
        await new ResolverFixture(clickUp).FailAsync(EntityKind.Task, text);
        clickUp.Count("/api/v2/team/9012/task").ShouldBe(1);
    }

    [Fact]
    public async Task A_custom_id_is_sent_as_it_is_where_the_endpoint_takes_it()
    {
        ResolverFixture fixture = new();
        EntityId task = await fixture.ResolveAsync(EntityKind.Task, "dev-123", allowCustomId: true);
        task.Value.ShouldBe("DEV-123");
        task.CustomIdWorkspace.ShouldBe("9012");
        fixture.ClickUp.Requests.ShouldBe(["/api/v2/team"]);
    }

    [Theory]
    [InlineData("DEV-123", false)]
    [InlineData("#dev-123", false)]
    [InlineData("https://app.clickup.com/t/9012/DEV-123", true)]
    [InlineData("https://app.clickup.com/t/team/DEV-123", false)]
    public async Task Else_a_custom_id_is_looked_up(string text, bool allowCustomId)
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        ClickUpRequest? asked = null;
        clickUp.Set(
            "/api/v2/task/DEV-123",
            request =>
            {
                asked = request;
                return """{"id":"86abc1234","list":{"id":1001}}""";
            }
        );
        EntityId task = await new ResolverFixture(clickUp).ResolveAsync(
            EntityKind.Task,
            text,
            allowCustomId: allowCustomId
        );
        task.Value.ShouldBe("86abc1234");
        task.CustomIdWorkspace.ShouldBeNull();
        asked!.Query.ShouldEndWith("custom_task_ids=true&team_id=9012");
    }

    [Fact]
    public async Task A_name_is_searched_in_its_list_closed_and_subtasks_included()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        ClickUpRequest? asked = null;
        clickUp.Set(
            "/api/v2/list/1001/task",
            request =>
            {
                asked = request;
                return Page(0, 3, isLast: true);
            }
        );
        ResolverFixture fixture = new(clickUp);
        (await fixture.IdAsync(EntityKind.Task, "task 2", Bugs)).ShouldBe("id2");
        (await fixture.IdAsync(EntityKind.Task, "Task 1", Bugs)).ShouldBe("id1");
        clickUp.Requests.Count.ShouldBe(1);
        asked!.Query.ShouldBe("order_by=updated&subtasks=true&include_closed=true&include_timl=true&page=0");
    }

    [Theory]
    [InlineData(nameof(EntityKind.Folder), "project_ids%5B%5D=5")]
    [InlineData(nameof(EntityKind.Space), "space_ids%5B%5D=5")]
    public async Task A_folder_or_space_narrows_the_search(string kind, string query)
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        ClickUpRequest? asked = null;
        clickUp.Set(
            "/api/v2/team/9012/task",
            request =>
            {
                asked = request;
                return Page(0, 1, isLast: true);
            }
        );
        await new ResolverFixture(clickUp).IdAsync(
            EntityKind.Task,
            "Task 0",
            new EntityId(Enum.Parse<EntityKind>(kind), "5")
        );
        asked!.Query.ShouldContain($"&{query}&");
    }

    [Fact]
    public async Task Pages_are_read_to_the_end_so_that_a_double_is_seen()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set(
            "/api/v2/team/9012/task",
            static request =>
                PageOf(request) switch
                {
                    0 => Page(0, 100, isLast: null),
                    1 => Page(100, 100, isLast: null),
                    _ =>
                        """{"tasks":[{"id":"idX","name":"Task 5","list":{"name":"Bugs"},"status":{"status":"done"}}]}""",
                }
        );
        ResolverFixture fixture = new(clickUp);
        (await fixture.IdAsync(EntityKind.Task, "Task 150")).ShouldBe("id150");
        clickUp.Count("/api/v2/team/9012/task").ShouldBe(3);
        ActionableException error = await fixture.FailAsync(EntityKind.Task, "Task 5");
        error.Options.ShouldBe([
            "\"Task 5\" — task in list Inbox, to do (id id5)",
            "\"Task 5\" — task in list Bugs, done (id idX)",
        ]);
    }

    [Fact]
    public async Task The_scan_is_bounded_and_the_error_says_how_far_it_went()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team/9012/task", static request => Page(PageOf(request) * 100, 100, isLast: false));
        ResolverFixture fixture = new(clickUp);
        ActionableException error = await fixture.FailAsync(EntityKind.Task, "Task 1000");
        clickUp.Count("/api/v2/team/9012/task").ShouldBe(10);
        error.What.ShouldBe(
            "No task is named \"Task 1000\" among the 1000 most recently updated tasks of the workspace (there are more)."
        );
        error.Next!.ShouldContain("list");
        error.Options.Count.ShouldBe(5);
        error.Options[0].ShouldStartWith("\"Task 100\"");
    }

    [Fact]
    public async Task A_complete_scan_says_so()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/list/1001/task", Page(0, 3, isLast: true));
        (await new ResolverFixture(clickUp).FailAsync(EntityKind.Task, "Nope", Bugs)).What.ShouldBe(
            "No task is named \"Nope\" among all 3 tasks of this list."
        );
    }

    [Fact]
    public async Task A_path_with_the_list_tells_equal_names_apart()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set(
            "/api/v2/team/9012/task",
            """
            {"tasks":[{"id":"a","name":"Fix","list":{"name":"Bugs"},"folder":{"name":"hidden","hidden":true}},
              {"id":"b","name":"Fix","list":{"name":"Ideas"},"folder":{"name":"Apps"}}],"last_page":true}
            """
        );
        (await new ResolverFixture(clickUp).IdAsync(EntityKind.Task, "ideas / fix")).ShouldBe("b");
    }

    [Fact]
    public async Task A_task_that_was_just_created_is_found()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set(
            "/api/v2/list/1001/task",
            request => request.Method == ClickUpMethod.Get ? Page(0, 1, isLast: true) : "{}"
        );
        ResolverFixture fixture = new(clickUp);
        await fixture.IdAsync(EntityKind.Task, "Task 0", Bugs);
        await fixture.WritingClient.SendAsync(
            new ClickUpRequest("CreateTask", ClickUpMethod.Post, "/api/v2/list/1001/task", "", default)
            {
                Invalidates = new(EntityKind.Task),
            },
            TestContext.Current.CancellationToken
        );
        clickUp.Set("/api/v2/list/1001/task", Page(0, 2, isLast: true));
        (await fixture.IdAsync(EntityKind.Task, "Task 1", Bugs)).ShouldBe("id1");
    }

    [Fact]
    public async Task What_is_no_custom_id_is_a_name_and_what_is_no_name_an_id()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team/9012/task", """{"tasks":[{"id":"a","name":"Phase-2"}],"last_page":true}""");
        clickUp.Set("/api/v2/task/9hz", """{"id":"9hz","list":{"id":1001}}""");
        ResolverFixture fixture = new(clickUp);
        (await fixture.IdAsync(EntityKind.Task, "phase-2")).ShouldBe("a");
        (await fixture.IdAsync(EntityKind.Task, "9HZ")).ShouldBe("9hz");
    }

    [Fact]
    public async Task On_the_second_look_the_form_of_an_id_is_no_proof()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team/9012/task", """{"tasks":[{"id":"a","name":"phase1"}],"last_page":true}""");
        ResolverFixture fixture = new(clickUp);
        (await fixture.IdAsync(EntityKind.Task, "phase1")).ShouldBe("phase1");
        fixture.Lookups.CheckIds();
        (await fixture.IdAsync(EntityKind.Task, "phase1")).ShouldBe("a");
    }

    [Fact]
    public async Task A_part_of_a_name_is_not_enough_where_not_all_tasks_were_seen()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set("/api/v2/team/9012/task", static request => Page(PageOf(request) * 100, 100, isLast: false));
        ResolverFixture fixture = new(clickUp);
        (await fixture.FailAsync(EntityKind.Task, "999")).Options[0].ShouldStartWith("\"Task 999\"");
        (await fixture.IdAsync(EntityKind.Task, "TASK-999")).ShouldBe("id999");
    }

    private static int PageOf(ClickUpRequest request) =>
        int.Parse(request.Query.Split('&').Single(static p => p.StartsWith("page=", StringComparison.Ordinal))[5..]);

    private static string Page(int start, int count, bool? isLast)
    {
        string tasks = string.Join(
            ',',
            Enumerable
                .Range(start, count)
                .Select(static i =>
                    $$$"""{"id":"id{{{i}}}","name":"Task {{{i}}}","list":{"name":"Inbox"},"status":{"status":"to do"}}"""
                )
        );
        string last = isLast is { } flag ? $",\"last_page\":{(flag ? "true" : "false")}" : string.Empty;
        return $"{{\"tasks\":[{tasks}]{last}}}";
    }
}
