using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>A write drops the cached listings that it makes stale, and no others.</summary>
public sealed class InvalidationTests
{
    private const string Tasks = "/api/v2/list/1001/task";
    private const string OneTask = "/api/v2/task/86abc12";
    private const string OneList = "/api/v2/list/1001";
    private const string Tags = "/api/v2/space/10/tag";
    private const string Labels = "/api/v2/team/9012/time_entries/tags";
    private const string Fields = "/api/v2/list/1001/field";
    private const string Spaces = "/api/v2/team/9012/space";
    private const string KeyResults = $"/api/v2/goal/{ListedClickUp.GoalId}";
    private const string Pages = "/api/v3/workspaces/9012/docs/8cj-30/page_listing";

    private static readonly EntityId Bugs = new(EntityKind.List, "1001");

    /// <summary>A name of each kind, where it is looked up, and the requests that look it up.</summary>
    private static readonly (EntityKind Kind, string Name, EntityId? Within, string[] Listings)[] Names =
    [
        (EntityKind.Workspace, "Acme", null, ["/api/v2/team"]),
        (EntityKind.Member, "Ann Lee", null, ["/api/v2/team"]),
        (EntityKind.Space, "Product", null, [Spaces]),
        (EntityKind.Folder, "Mobile", null, [Spaces]),
        (EntityKind.List, "Bugs", null, [Spaces]),
        (EntityKind.Task, "Fix login", Bugs, [Tasks]),
        (EntityKind.Status, "open", new EntityId(EntityKind.Task, "86abc12"), [OneTask, OneList]),
        (EntityKind.Tag, "urgent", new EntityId(EntityKind.Space, "10"), [Tags]),
        (EntityKind.TimeLabel, "pairing", null, [Labels]),
        (EntityKind.CustomField, "Severity", Bugs, [Fields]),
        (EntityKind.View, "Everything", null, [ListedClickUp.Views]),
        (EntityKind.Goal, "Grow", null, [ListedClickUp.Goals]),
        (EntityKind.KeyResult, "100 customers", new EntityId(EntityKind.Goal, ListedClickUp.GoalId), [KeyResults]),
        (EntityKind.Channel, "ops", null, [ListedClickUp.Channels]),
        (EntityKind.Doc, "Handbook", null, [ListedClickUp.Docs]),
        (EntityKind.Page, "Intro", new EntityId(EntityKind.Doc, "8cj-30"), [Pages]),
        (EntityKind.UserGroup, "Product managers", null, [ListedClickUp.Groups]),
        (EntityKind.TaskTemplate, "Bug report", null, ["/api/v2/team/9012/taskTemplate"]),
        (EntityKind.ListTemplate, "Sprint", null, ["/api/v2/team/9012/list_template"]),
        (EntityKind.FolderTemplate, "Client", null, ["/api/v2/team/9012/folder_template"]),
        (EntityKind.TaskType, "Bug", null, ["/api/v2/team/9012/custom_item"]),
        (EntityKind.PostSubtype, "Idea", null, ["/api/v3/workspaces/9012/comments/types/post/subtypes"]),
        (EntityKind.CustomRole, "Contractor", null, ["/api/v2/team/9012/customroles"]),
    ];

    public static TheoryData<SpecWrite> Writes => [.. SpecWrite.All];

    public static TheoryData<ToolExample> Examples => [.. WriteCalls.Examples];

    [Fact]
    public void Every_kind_has_a_name_here() =>
        Names.Select(static name => name.Kind).ShouldBe(Enum.GetValues<EntityKind>(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Writes), DisableDiscoveryEnumeration = true)]
    public async Task After_a_write_its_listings_are_read_again_and_no_others(SpecWrite write)
    {
        List<ClickUpRequest> sent =
        [
            .. (await WriteCalls.SentAsync()).Where(request =>
                request.Operation == write.Operation && request.PathTemplate == write.PathTemplate
            ),
        ];
        sent.ShouldNotBeEmpty();
        foreach (ClickUpRequest request in sent)
        {
            ResolverFixture fixture = await FixtureThatKnowsAllAsync(request.Path);

            await fixture.WritingClient.SendAsync(request, TestContext.Current.CancellationToken);

            fixture.ClickUp.Requests.Clear();
            await ResolveAllAsync(fixture);
            fixture
                .ClickUp.Requests.Intersect(Names.SelectMany(static name => name.Listings))
                .ShouldBe(write.Invalidates.SelectMany(ListingsOf).Distinct(), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public async Task After_a_call_nothing_stale_is_kept(ToolExample example)
    {
        SandboxSession session = new();
        DirectoryContents contents = await DirectoryContents.OfSeedAsync(session.NewDirectory());
        await contents.ReadAsync(session.Directory);

        await session.CallAsync(example.Tool, example.Arguments);

        IReadOnlyDictionary<string, string> kept = await contents.ReadAsync(session.Directory);
        IReadOnlyDictionary<string, string> fresh = await contents.ReadAsync(session.NewDirectory());
        kept.Where(entry => fresh[entry.Key] != entry.Value).Select(static entry => entry.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("timed out")]
    [InlineData("cancelled")]
    [InlineData("a bug")]
    public async Task A_failed_write_is_taken_for_made(string failure)
    {
        ResolverFixture fixture = await FixtureThatKnowsAllAsync("/other");
        Exception thrown = failure switch
        {
            "refused" => new ClickUpApiException(ApiErrorKind.Invalid, "No.", null, null),
            "timed out" => new ClickUpApiException(ApiErrorKind.Unreachable, "No response in time.", null, null),
            "cancelled" => new OperationCanceledException(),
            _ => new InvalidOperationException(),
        };
        fixture.ClickUp.Routes["/failing"] = _ => throw thrown;
        ClickUpRequest request = new("CreateList", ClickUpMethod.Post, "/failing", "", default)
        {
            Invalidates = new(EntityKind.List),
        };

        await Should.ThrowAsync<Exception>(async () =>
            await fixture.WritingClient.SendAsync(request, TestContext.Current.CancellationToken)
        );

        await fixture.IdAsync(EntityKind.List, "Bugs");
        fixture.ClickUp.Count(Spaces).ShouldBe(2);
    }

    [Fact]
    public async Task The_second_move_by_name_reads_the_tasks_again_and_nothing_else()
    {
        SandboxSession session = new();
        await CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.InboxListId}}","name":"Wander","workspace":"{{SandboxSeed.WorkspaceId}}"}"""
        );
        string[] first = await MoveAsync("Engineering / Backend / API");
        string[] second = await MoveAsync("Engineering / Frontend / Web App");

        // The workspaces, the spaces, and for each space its folders and lists; the second reads the fields of its list.
        (first.Length - second.Length).ShouldBe(1 + 1 + 2 * 4 - 1, string.Join('\n', second));
        string[] others =
        [
            .. second.Where(static line =>
                !line.StartsWith("GET /api/v2/team/9012000001/task ", StringComparison.Ordinal)
            ),
        ];
        others.Length.ShouldBe(5, string.Join('\n', second));
        others[3].ShouldStartWith("PUT /api/v3/workspaces/9012000001/tasks/");

        async Task CallAsync(string tool, string arguments)
        {
            ToolResult result = await session.CallAsync(tool, arguments);
            result.IsError.ShouldBeFalse(result.Text);
        }

        async Task<string[]> MoveAsync(string list)
        {
            int before = session.Sent.Count;
            await CallAsync("move_task", $$"""{"task":"Wander","list":"{{list}}","workspace":"Acme"}""");
            return [.. session.Sent.Skip(before).Select(static sent => sent.Line)];
        }
    }

    private static IEnumerable<string> ListingsOf(EntityKind kind) =>
        kind switch
        {
            EntityKind.Task => [Tasks, OneTask],
            EntityKind.Status => [OneList, Spaces],
            _ => Names.Single(name => name.Kind == kind).Listings,
        };

    private static async Task<ResolverFixture> FixtureThatKnowsAllAsync(string written)
    {
        ResolverFixture fixture = ListedClickUp.Fixture();
        fixture.ClickUp.Routes.TryAdd(written, static _ => "{}");
        fixture.ClickUp.Set(Tasks, """{"tasks":[{"id":"86abc12","name":"Fix login"}],"last_page":true}""");
        fixture.ClickUp.Set(OneTask, """{"id":"86abc12","list":{"id":"1001"}}""");
        fixture.ClickUp.Set(OneList, """{"statuses":[{"status":"open"}]}""");
        fixture.ClickUp.Set(Tags, """{"tags":[{"name":"urgent"}]}""");
        fixture.ClickUp.Set(Labels, """{"data":[{"name":"pairing"}]}""");
        fixture.ClickUp.Set(Fields, """{"fields":[{"id":"f1","name":"Severity","type":"number"}]}""");
        await ResolveAllAsync(fixture);
        return fixture;
    }

    private static async Task ResolveAllAsync(ResolverFixture fixture)
    {
        foreach ((EntityKind kind, string name, EntityId? within, _) in Names)
        {
            await fixture.IdAsync(kind, name, within);
        }
    }
}
