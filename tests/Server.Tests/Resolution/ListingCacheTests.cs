using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class ListingCacheTests
{
    private static readonly EntityId Notes = new(EntityKind.Doc, "8cj-30");

    [Fact]
    public async Task A_hundred_parallel_resolves_load_the_channels_once()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        fixture.ClickUp.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string?>[] resolves = Enumerable
            .Range(0, 100)
            .Select(i => Task.Run(() => fixture.IdAsync(EntityKind.Channel, i % 2 == 0 ? "general" : "ops")))
            .ToArray();
        fixture.ClickUp.Gate.SetResult();
        string?[] ids = await Task.WhenAll(resolves);
        ids.ShouldBeSubsetOf(["6-9012-8", "8cj-22"]);
        fixture.ClickUp.Count(ListedClickUp.Channels).ShouldBe(1);
    }

    [Fact]
    public async Task A_miss_reloads_once_when_the_data_is_older_than_five_seconds()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        await fixture.FailAsync(EntityKind.Goal, "New");
        fixture.ClickUp.Count(ListedClickUp.Goals).ShouldBe(1);
        fixture.ClickUp.Set(ListedClickUp.Goals, $$"""{"goals":[{"id":"{{ListedClickUp.GoalId}}","name":"New"}]}""");
        fixture.Time.Advance(TimeSpan.FromSeconds(4));
        await fixture.FailAsync(EntityKind.Goal, "New");
        fixture.ClickUp.Count(ListedClickUp.Goals).ShouldBe(1);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        (await fixture.IdAsync(EntityKind.Goal, "New")).ShouldBe(ListedClickUp.GoalId);
        fixture.ClickUp.Count(ListedClickUp.Goals).ShouldBe(2);
    }

    [Fact]
    public async Task A_name_in_the_form_of_an_id_is_looked_for_in_fresh_data_before_it_is_sent()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        (await fixture.IdAsync(EntityKind.View, "sprint-13")).ShouldBe("sprint-13");
        fixture.ClickUp.Set(ListedClickUp.Views, """{"views":[{"id":"8cj-9","name":"sprint-13"}]}""");
        fixture.Time.Advance(TimeSpan.FromSeconds(5));
        (await fixture.IdAsync(EntityKind.View, "sprint-13")).ShouldBe("8cj-9");
    }

    [Fact]
    public async Task Two_principals_never_share()
    {
        FakeClickUp other = ListedClickUp.Acme();
        other.Set(ListedClickUp.Docs, """{"docs":[{"id":"8cj-66","name":"Secret plans"}]}""");
        ResolverFixture first = ListedClickUp.Fixture();
        (await new ResolverFixture(other).IdAsync(EntityKind.Doc, "Secret plans")).ShouldBe("8cj-66");
        ActionableException error = await first.FailAsync(EntityKind.Doc, "Secret plans");
        string.Join('|', error.Options).ShouldNotContain("Secret plans");
        first.ClickUp.Count(ListedClickUp.Docs).ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_spoil_the_next_ones_load()
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        EntityReference workspace = new(EntityKind.Workspace, "9012");
        fixture.ClickUp.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource source = new();
        Task resolve = fixture
            .Resolver.ResolveAsync(
                new EntityReference(EntityKind.Doc, "Handbook"),
                new ResolutionScope(workspace, [], false, new CallLookups()),
                source.Token
            )
            .AsTask();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(resolve);
        fixture.ClickUp.Gate = null;
        (await fixture.IdAsync(EntityKind.Doc, "Handbook")).ShouldBe("qfhvj-9");
        fixture.ClickUp.Count(ListedClickUp.Docs).ShouldBe(2);
    }

    [Fact]
    public async Task Pages_are_followed_by_their_cursors()
    {
        FakeClickUp clickUp = ListedClickUp.Acme();
        clickUp.Set(
            ListedClickUp.Docs,
            static request =>
                request.Query switch
                {
                    "limit=100" => """{"docs":[{"id":"8cj-1","name":"One"}],"next_cursor":"a/b"}""",
                    "limit=100&cursor=a%2Fb" => """{"docs":[{"id":"8cj-2","name":"Two"}],"next_cursor":null}""",
                    _ => "{}",
                }
        );
        (await new ResolverFixture(clickUp).IdAsync(EntityKind.Doc, "Two")).ShouldBe("8cj-2");
        clickUp.Count(ListedClickUp.Docs).ShouldBe(2);
    }

    [Fact]
    public async Task Not_more_than_ten_pages_are_read_and_the_error_says_that_there_are_more()
    {
        FakeClickUp clickUp = ListedClickUp.Acme();
        int page = 0;
        clickUp.Set(
            ListedClickUp.Channels,
            _ => $$"""{"data":[{"id":"8cj-{{++page}}","name":"c{{page}}"}],"next_cursor":"{{page}}"}"""
        );
        ActionableException error = await new ResolverFixture(clickUp).FailAsync(EntityKind.Channel, "#c11");
        clickUp.Count(ListedClickUp.Channels).ShouldBe(10);
        error.What.ShouldBe("No channel is named \"c11\" among the first 10 channels (there are more).");
        error.Next.ShouldBe("Give the channel's id: further pages were not looked through.");
    }

    [Fact]
    public async Task A_clickup_that_ignores_the_page_number_is_not_asked_forever()
    {
        const string templates = "/api/v2/team/9012/taskTemplate";
        FakeClickUp clickUp = ListedClickUp.Acme();
        clickUp.Set(templates, """{"templates":[{"id":"t-1a","name":"Bug report"}]}""");
        ActionableException error = await new ResolverFixture(clickUp).FailAsync(EntityKind.TaskTemplate, "Crash");
        clickUp.Count(templates).ShouldBe(2);
        error.Options.ShouldBe(["\"Bug report\" — task template (id t-1a)"]);
    }

    [Fact]
    public async Task All_pages_of_a_doc_are_asked_for()
    {
        FakeClickUp clickUp = ListedClickUp.Acme();
        string query = string.Empty;
        clickUp.Set(
            "/api/v3/workspaces/9012/docs/8cj-30/page_listing",
            request =>
            {
                query = request.Query;
                return """[{"id":"8cj-40","name":"Intro"}]""";
            }
        );
        await new ResolverFixture(clickUp).IdAsync(EntityKind.Page, "Intro", Notes);
        query.ShouldBe("max_page_depth=-1");
    }
}
