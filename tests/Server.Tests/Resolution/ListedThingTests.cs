using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class ListedThingTests
{
    private static readonly EntityId Bugs = new(EntityKind.List, "1001");
    private static readonly EntityId Apps = new(EntityKind.Folder, "100");
    private static readonly EntityId Product = new(EntityKind.Space, "10");
    private static readonly EntityId Grow = new(EntityKind.Goal, ListedClickUp.GoalId);
    private static readonly EntityId Notes = new(EntityKind.Doc, "8cj-30");

    [Theory]
    [InlineData(nameof(EntityKind.View), "Everything", "8cj-1")]
    [InlineData(nameof(EntityKind.View), "eVERYTHING", "8cj-1")]
    [InlineData(nameof(EntityKind.View), "sprint-12", "8cj-2")]
    [InlineData(nameof(EntityKind.View), "SPRINT-12", "8cj-2")]
    [InlineData(nameof(EntityKind.Goal), "Grow", ListedClickUp.GoalId)]
    [InlineData(nameof(EntityKind.Goal), "hire", ListedClickUp.FolderGoalId)]
    [InlineData(nameof(EntityKind.Goal), "2026 / Hire", ListedClickUp.FolderGoalId)]
    [InlineData(nameof(EntityKind.Channel), "general", "6-9012-8")]
    [InlineData(nameof(EntityKind.Channel), "#General", "8cj-20")]
    [InlineData(nameof(EntityKind.Channel), "ops", "8cj-22")]
    [InlineData(nameof(EntityKind.Channel), "# ops", "8cj-22")]
    [InlineData(nameof(EntityKind.Doc), "handbook", "qfhvj-9")]
    [InlineData(nameof(EntityKind.UserGroup), "product managers", ListedClickUp.GroupId)]
    [InlineData(nameof(EntityKind.UserGroup), "@Product managers", ListedClickUp.GroupId)]
    [InlineData(nameof(EntityKind.TaskTemplate), "Bug report", "t-5xrj00")]
    [InlineData(nameof(EntityKind.TaskTemplate), "onboarding", "t-86b3ex")]
    [InlineData(nameof(EntityKind.ListTemplate), "sprint", "t-15363293")]
    [InlineData(nameof(EntityKind.FolderTemplate), "Client", "t-7162342")]
    [InlineData(nameof(EntityKind.TaskType), "bug", "1300")]
    [InlineData(nameof(EntityKind.CustomRole), "contractor", "4547089")]
    [InlineData(nameof(EntityKind.PostSubtype), "idea", ListedClickUp.SubtypeId)]
    public async Task Names_are_found_exactly_or_in_another_case(string kind, string text, string id) =>
        (await ListedClickUp.Fixture().IdAsync(Enum.Parse<EntityKind>(kind), text)).ShouldBe(id);

    [Theory]
    [InlineData(nameof(EntityKind.View), "3c-105")]
    [InlineData(nameof(EntityKind.View), "8cjxh-123")]
    [InlineData(nameof(EntityKind.View), "6-901100200300-8")]
    [InlineData(nameof(EntityKind.View), "https://app.clickup.com/9012/v/b/6-1001-2?pr=1", "6-1001-2")]
    [InlineData(nameof(EntityKind.Channel), "8ccvn07-71131")]
    [InlineData(nameof(EntityKind.Channel), "https://app.clickup.com/9012/chat/r/7-9012-8", "7-9012-8")]
    [InlineData(nameof(EntityKind.Doc), "2kz0bvjx-2716")]
    [InlineData(nameof(EntityKind.Doc), "https://app.clickup.com/9012/v/dc/8cj-30/8cj-40", "8cj-30")]
    [InlineData(nameof(EntityKind.Doc), "https://app.clickup.com/9012/v/dc/8cj-30", "8cj-30")]
    [InlineData(nameof(EntityKind.Doc), "https://app.clickup.com/9012/docs/qfhvj-9", "qfhvj-9")]
    [InlineData(nameof(EntityKind.Page), "8cht190-271")]
    [InlineData(nameof(EntityKind.Page), "qfhvj-271")]
    [InlineData(nameof(EntityKind.Page), "https://app.clickup.com/9012/v/dc/8cj-30/8cj-40", "8cj-40")]
    [InlineData(nameof(EntityKind.Goal), ListedClickUp.GoalId)]
    [InlineData(nameof(EntityKind.KeyResult), ListedClickUp.KeyResultId)]
    [InlineData(nameof(EntityKind.UserGroup), "C9C58BE9-7C73-4002-A6A9-123456789123")]
    [InlineData(nameof(EntityKind.TaskTemplate), "t-86c4v0yj5")]
    [InlineData(nameof(EntityKind.ListTemplate), "t-15363293")]
    [InlineData(nameof(EntityKind.FolderTemplate), "t-7162342")]
    [InlineData(nameof(EntityKind.TaskType), "1300")]
    [InlineData(nameof(EntityKind.CustomRole), "4547089")]
    [InlineData(nameof(EntityKind.TaskType), "task", "0")]
    [InlineData(nameof(EntityKind.TaskType), "Milestone", "1")]
    public async Task Ids_links_and_built_in_types_need_no_request(string kind, string text, string? id = null)
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        (await fixture.IdAsync(Enum.Parse<EntityKind>(kind), text)).ShouldBe(id ?? text);
        fixture.ClickUp.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(EntityKind.View), "sprint-13")]
    [InlineData(nameof(EntityKind.Doc), "2024-07")]
    [InlineData(nameof(EntityKind.Channel), "dm:1:2")]
    public async Task What_may_be_an_id_is_one_when_it_is_no_name(string kind, string id) =>
        (await ListedClickUp.Fixture().IdAsync(Enum.Parse<EntityKind>(kind), id)).ShouldBe(id);

    [Theory]
    [InlineData(nameof(EntityKind.View), "8cj_1")]
    [InlineData(nameof(EntityKind.View), "Q1-2026")]
    [InlineData(nameof(EntityKind.View), "-5")]
    [InlineData(nameof(EntityKind.View), "8cj-1-2-3")]
    [InlineData(nameof(EntityKind.Channel), "team-updates")]
    [InlineData(nameof(EntityKind.ListTemplate), "t-shirt")]
    [InlineData(nameof(EntityKind.ListTemplate), "15363293")]
    [InlineData(nameof(EntityKind.Goal), "6")]
    public async Task What_has_no_form_of_an_id_is_looked_up_as_a_name(string kind, string text)
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        ActionableException error = await fixture.FailAsync(Enum.Parse<EntityKind>(kind), text);
        error.What.ShouldContain($" is named \"{text}\"");
        error.Options.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_view_is_looked_for_where_the_call_says()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        (await fixture.IdAsync(EntityKind.View, "Board", Bugs, Apps, Product)).ShouldBe("8cj-3");
        (await fixture.IdAsync(EntityKind.View, "Board", null, Apps, Product)).ShouldBe("8cj-4");
        (await fixture.IdAsync(EntityKind.View, "Board", null, null, Product)).ShouldBe("8cj-5");
        (await fixture.IdAsync(EntityKind.View, "List", Bugs)).ShouldBe("6-1001-1");
        fixture.ClickUp.Requests.ShouldNotContain("/api/v2/team");
        ActionableException error = await fixture.FailAsync(EntityKind.View, "Bord", Bugs);
        error.What.ShouldBe("No view is named \"Bord\" in this list.");
        error.Options[0].ShouldBe("\"Board\" — board view in list 1001 (id 8cj-3)");
    }

    [Fact]
    public async Task Without_a_place_only_the_workspaces_own_views_are_looked_through_and_the_error_says_so()
    {
        ActionableException error = await ListedClickUp.Fixture().FailAsync(EntityKind.View, "Board");
        error.What.ShouldBe("No view is named \"Board\" in the workspace itself.");
        error.Next.ShouldBe("Use one of the options, or name the list, folder or space of the view.");
        error.Options.ShouldContain("\"sprint-12\" — board view of the workspace itself (id 8cj-2)");
    }

    [Fact]
    public async Task An_ambiguous_name_lists_where_each_lives()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        ActionableException docs = await fixture.FailAsync(EntityKind.Doc, "notes");
        docs.What.ShouldBe("2 docs match \"notes\".");
        docs.Options.ShouldBe(["\"Notes\" — doc in list 1001 (id 8cj-30)", "\"Notes\" — doc in space 20 (id 8cj-31)"]);
        ActionableException channels = await fixture.FailAsync(EntityKind.Channel, "#GENERAL");
        channels.Options.ShouldBe([
            "\"general\" — public channel in space 10 (id 6-9012-8)",
            "\"General\" — private channel of the workspace itself (id 8cj-20)",
        ]);
    }

    [Fact]
    public async Task An_unknown_name_lists_the_closest_first()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        ActionableException goal = await fixture.FailAsync(EntityKind.Goal, "Hires");
        goal.What.ShouldBe("No goal is named \"Hires\".");
        goal.Options.ShouldBe([
            $"\"Hire\" — goal in 2026 (id {ListedClickUp.FolderGoalId})",
            $"\"Grow\" — goal (id {ListedClickUp.GoalId})",
        ]);
        ActionableException type = await fixture.FailAsync(EntityKind.TaskType, "Bugg");
        type.Options.ShouldBe(
            [
                "\"Bug\" — task type (id 1300)",
                "\"Task\" — built-in task type (id 0)",
                "\"Milestone\" — built-in task type (id 1)",
            ],
            ignoreOrder: true
        );
        type.Options[0].ShouldStartWith("\"Bug\"");
        // A direct message without a name is nothing to suggest.
        (await fixture.FailAsync(EntityKind.Channel, "opps")).Options.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_page_is_found_in_its_doc_by_name_or_path()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        (await fixture.IdAsync(EntityKind.Page, "intro", Notes)).ShouldBe("8cj-40");
        (await fixture.IdAsync(EntityKind.Page, "Usage / Setup", Notes)).ShouldBe("8cj-43");
        ActionableException error = await fixture.FailAsync(EntityKind.Page, "Setup", Notes);
        error.Options.ShouldBe(["\"Setup\" — page in Intro (id 8cj-41)", "\"Setup\" — page in Usage (id 8cj-43)"]);
    }

    [Fact]
    public async Task A_key_result_is_found_in_its_goal()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        (await fixture.IdAsync(EntityKind.KeyResult, "100 Customers", Grow)).ShouldBe(ListedClickUp.KeyResultId);
        ActionableException error = await fixture.FailAsync(EntityKind.KeyResult, "10 customers", Grow);
        error.What.ShouldBe("No key result is named \"10 customers\" in this goal.");
        fixture.ClickUp.Count($"/api/v2/goal/{ListedClickUp.GoalId}").ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(EntityKind.KeyResult), "key result", "goal")]
    [InlineData(nameof(EntityKind.Page), "page", "doc")]
    public async Task A_name_without_what_it_is_in_says_what_to_name(string kind, string noun, string parent)
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        ActionableException error = await fixture.FailAsync(Enum.Parse<EntityKind>(kind), "Intro");
        error.What.ShouldBe($"The {noun} \"Intro\" is given by name, but without its {parent}.");
        error.Next.ShouldBe($"Name the {parent} as well, or give the {noun}'s id.");
        fixture.ClickUp.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(EntityKind.Channel), "#")]
    [InlineData(nameof(EntityKind.Goal), " \n")]
    public async Task A_blank_name_is_refused(string kind, string text)
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        (await fixture.FailAsync(Enum.Parse<EntityKind>(kind), text)).What.ShouldEndWith(" has no name.");
        fixture.ClickUp.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"goals":null,"folders":[null,1,{"goals":7}]}""")]
    [InlineData("""{"goals":[null,1,"x",{"id":null},{"name":"x"}]}""")]
    public async Task An_odd_response_counts_as_nothing_there(string response)
    {
        FakeClickUp clickUp = ListedClickUp.Acme();
        clickUp.Set(ListedClickUp.Goals, response);
        (await new ResolverFixture(clickUp).FailAsync(EntityKind.Goal, "Grow")).Options.ShouldBeEmpty();
    }

    [Fact]
    public async Task Guests_are_found_among_the_members()
    {
        FakeClickUp clickUp = ListedClickUp.Acme();
        clickUp.Set(
            "/api/v2/team",
            """
            {"teams":[{"id":9012,"name":"Acme","members":[
              {"user":{"id":7,"username":"Gus","email":"gus@client.test","role":4}}]}]}
            """
        );
        ResolverFixture fixture = new(clickUp);
        (await fixture.IdAsync(EntityKind.Member, "gus")).ShouldBe("7");
        (await fixture.IdAsync(EntityKind.Member, "gus@client.test")).ShouldBe("7");
    }

    [Theory]
    [InlineData(nameof(EntityKind.View))]
    [InlineData(nameof(EntityKind.Doc))]
    public async Task The_workspace_of_the_call_is_where_its_names_are_looked_up(string kind)
    {
        FakeClickUp clickUp = ListedClickUp.Acme();
        clickUp.Set("/api/v2/team/77/view", """{"views":[{"id":"9zz-1","name":"Notes"}]}""");
        clickUp.Set("/api/v3/workspaces/77/docs", """{"docs":[{"id":"9zz-1","name":"Notes"}]}""");
        EntityId found = await new ResolverFixture(clickUp).ResolveAsync(
            Enum.Parse<EntityKind>(kind),
            "Notes",
            new EntityReference(EntityKind.Workspace, "77")
        );
        found.Value.ShouldBe("9zz-1");
    }
}
