using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Api;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Undo;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Places;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>P-06: where only some places may be written to, no request that leaves writes anywhere else, whichever tool sends it.</summary>
public sealed class WritePlacesTests
{
    // A list of the seed that no example names.
    private const string Elsewhere = "list:90152000017";
    private const string Everything = "workspace:" + SandboxSeed.WorkspaceId;

    public static TheoryData<string> Writers =>
        [
            .. SpecTool
                .All.Where(static tool => tool is { IsReadOnly: false, IsDiscovery: false })
                .Select(static tool => tool.Name),
        ];

    public static TheoryData<string> Operations =>
        [
            .. Enumerable
                .Range(0, EmittedCatalog.Instance.Count)
                .SelectMany(static index => EmittedCatalog.Instance.Describe(index).Operations)
                .Distinct()
                .Where(static operation => EmittedCatalog.Instance.Undo(operation) is not null),
        ];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task P_06_no_example_of_a_tool_writes_outside_of_the_places(string name)
    {
        foreach (ToolExample example in ToolExample.ByTool[name])
        {
            SandboxSession session = new(places: Elsewhere);
            string[] before = SandboxState.Of(session.Sandbox);
            ToolResult result = await session.CallAsync(name, example.Arguments);

            Writes(session).ShouldBeEmpty($"{example}: {result.Text}");
            SandboxState.Difference(before, SandboxState.Of(session.Sandbox)).ShouldBeEmpty(example.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task P_06_hostile_calls_write_nothing_outside_of_the_places(string name)
    {
        SandboxSession session = new(places: Elsewhere);
        foreach (var call in HostileCalls.Of(SpecTool.All.Single(tool => tool.Name == name)))
        {
            await session.CallAsync(name, call.ToJsonString());
        }

        Writes(session).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Where_the_whole_workspace_may_be_written_to_every_example_does_as_without_places(string name)
    {
        foreach (ToolExample example in ToolExample.ByTool[name])
        {
            SandboxSession free = new();
            SandboxSession bound = new(places: Everything);
            await free.CallAsync(name, example.Arguments);
            ToolResult result = await bound.CallAsync(name, example.Arguments);

            Writes(bound).ShouldBe(Writes(free), $"{example}: {result.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_spec_says_of_every_operation_where_it_writes(string operation) =>
        EmittedCatalog.Instance.Places(operation).ShouldNotBeNull();

    [Theory]
    [InlineData("space:Engineering", true)]
    [InlineData("space:90150000001", true)]
    [InlineData("folder:Backend", true)]
    [InlineData("list:90152000002", true)]
    [InlineData("list:Engineering / Backend / API", true)]
    [InlineData("workspace:Acme", true)]
    [InlineData("list:Inbox,list:API", true)]
    [InlineData("space:Marketing", false)]
    [InlineData("folder:Frontend", false)]
    [InlineData("list:90152000001", false)]
    [InlineData("workspace:9012000002", false)]
    public async Task A_list_is_inside_itself_its_folder_its_space_and_its_workspace(string places, bool isInside)
    {
        SandboxSession session = new(places: places);
        ToolResult result = await session.CallAsync("create_task", InList(SandboxSeed.ApiListId));
        result.IsError.ShouldBe(!isInside, result.Text);
        Writes(session).Length.ShouldBe(isInside ? 1 : 0);
    }

    [Theory]
    [InlineData("folder:Office", true)]
    [InlineData("folder:Berlin", true)]
    [InlineData("folder:Backend", false)]
    public async Task A_list_in_a_subfolder_is_inside_the_folder_around_it(string places, bool isInside)
    {
        SandboxSession session = new(places: places);
        ToolResult result = await session.CallAsync("create_task", InList("90152000015"));
        result.IsError.ShouldBe(!isInside, result.Text);
    }

    [Fact]
    public async Task The_refusal_says_where_the_thing_is_and_what_may_be_written_to()
    {
        SandboxSession session = new(places: "list:Inbox, space:Marketing");
        ToolResult result = await session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"No"}"""
        );
        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain($"The task \"{SandboxSeed.RichTaskId}\" is in list ");
        result.Text.ShouldContain("space \"Engineering\" (90150000001)");
        result.Text.ShouldContain(
            "Only these places may be written to: list \"Inbox\" (90152000016), space \"Marketing\""
        );
        result.Text.ShouldContain("Nothing was sent");
    }

    [Theory]
    [InlineData("list:Bugs", "list in folder Backend", "list in folder Frontend")]
    [InlineData("space:Enginering", "Engineering", "Nothing was sent")]
    public async Task A_name_that_is_not_clear_lets_nothing_be_written_and_lists_candidates(
        string places,
        string one,
        string other
    )
    {
        SandboxSession session = new(places: places);
        ToolResult result = await session.CallAsync("create_task", InList(SandboxSeed.BackendBugsListId));
        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(one);
        result.Text.ShouldContain(other);
        Writes(session).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("list:90152000002", SandboxSeed.ApiListId, SandboxSeed.WebAppListId)]
    [InlineData("list:90152000002", SandboxSeed.WebAppListId, SandboxSeed.ApiListId)]
    public async Task A_task_moves_neither_out_of_the_places_nor_into_them(string places, string from, string to)
    {
        SandboxSession session = new(places: places);
        string task = await TaskOfAsync(session, from);
        foreach (string tool in (string[])["move_task", "add_task_to_list"])
        {
            ToolResult result = await session.CallAsync(tool, $$"""{"task":"{{task}}","list":"{{to}}"}""");
            result.IsError.ShouldBeTrue(result.Text);
        }

        Writes(session).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_moves_within_the_places()
    {
        SandboxSession session = new(places: "space:Engineering");
        string task = await TaskOfAsync(session, SandboxSeed.ApiListId);
        ToolResult result = await session.CallAsync(
            "move_task",
            $$"""{"task":"{{task}}","list":"{{SandboxSeed.WebAppListId}}"}"""
        );
        result.IsError.ShouldBeFalse(result.Text);
        Writes(session).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_subtask_is_where_its_own_list_is_and_its_parent_must_be_inside_too()
    {
        SandboxSession session = new(places: "list:90152000002");
        string outside = await TaskOfAsync(session, SandboxSeed.WebAppListId);
        string inside = await TaskOfAsync(session, SandboxSeed.ApiListId);

        ToolResult refused = await session.CallAsync(
            "update_task",
            $$"""{"task":"{{inside}}","parent":"{{outside}}"}"""
        );
        refused.IsError.ShouldBeTrue(refused.Text);
        Writes(session).ShouldBeEmpty();

        ToolResult made = await session.CallAsync("create_task", $$"""{"parent":"{{inside}}","name":"Part"}""");
        made.IsError.ShouldBeFalse(made.Text);
        Writes(session).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_task_in_several_lists_is_where_its_home_list_is()
    {
        SandboxSession free = new();
        string task = await TaskOfAsync(free, SandboxSeed.ApiListId);
        string added = $$"""{"task":"{{task}}","list":"{{SandboxSeed.WebAppListId}}"}""";
        (await free.CallAsync("add_task_to_list", added)).IsError.ShouldBeFalse();

        IClickUpClient second = Guarded(free.Sandbox, "list:" + SandboxSeed.WebAppListId);
        await Should.ThrowAsync<ClickUpApiException>(async () => await second.SendAsync(Rename(task), Stop));
        IClickUpClient home = Guarded(free.Sandbox, "list:" + SandboxSeed.ApiListId);
        (await home.SendAsync(Rename(task), Stop)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Of_a_bulk_call_what_is_inside_is_written_and_what_is_outside_is_refused()
    {
        SandboxSession session = new(places: "list:90152000002");
        string outside = await TaskOfAsync(session, SandboxSeed.WebAppListId);
        string inside = await TaskOfAsync(session, SandboxSeed.ApiListId);
        ToolResult result = await session.CallAsync(
            "update_task",
            $$"""{"tasks":[{"task":"{{inside}}","priority":"high"},{"task":"{{outside}}","priority":"high"}]}"""
        );
        result.Text.ShouldContain("where nothing may be written");
        Writes(session).ShouldHaveSingleItem().ShouldContain(inside);
    }

    [Fact]
    public async Task Undo_writes_nothing_that_has_left_the_places()
    {
        SandboxSession session = new(places: "list:90152000002", journal: true);
        string task = await TaskOfAsync(session, SandboxSeed.ApiListId);
        (await session.CallAsync("update_task", $$"""{"task":"{{task}}","name":"Renamed"}""")).IsError.ShouldBeFalse();
        int written = Writes(session).Length;

        // Somebody else moves it away; the places that were read are forgotten by then.
        await AskAsync(
            session.Sandbox,
            HttpMethod.Put,
            $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/tasks/{task}/home_list/{SandboxSeed.WebAppListId}"
        );
        session.Time.Advance(TimeSpan.FromMinutes(1));
        ToolResult undone = await session.CallAsync("undo_last", "{}");
        undone.Text.ShouldContain("where nothing may be written");
        Writes(session).Length.ShouldBe(written);
    }

    [Theory]
    [InlineData("create_goal", """{"name":"Goal","due":"2027-01-01"}""")]
    [InlineData("create_document", """{"name":"Doc"}""")]
    [InlineData("create_chat_channel", """{"name":"Channel"}""")]
    [InlineData("invite_guest", """{"email":"guest@example.com"}""")]
    [InlineData("create_webhook", """{"endpoint":"https://example.com/hook","events":["taskCreated"]}""")]
    [InlineData("create_user_group", """{"name":"Group","members":["81000001"]}""")]
    [InlineData("delete_user_group", """{"group":"Developers"}""")]
    [InlineData("delete_webhook", """{"webhook_id":"4b67ac88-e506-4a29-9d42-26e504e3435e"}""")]
    public async Task What_has_no_place_is_of_the_workspace(string tool, string arguments)
    {
        SandboxSession narrow = new(places: "space:Engineering");
        ToolResult refused = await narrow.CallAsync(tool, arguments);
        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("ay be written to");
        Writes(narrow).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_entry_is_where_its_task_is()
    {
        SandboxSession session = new(places: "list:90152000002");
        string inside = await TaskOfAsync(session, SandboxSeed.ApiListId);
        string outside = await TaskOfAsync(session, SandboxSeed.WebAppListId);
        ToolResult made = await session.CallAsync("add_time_entry", Entry(inside));
        made.IsError.ShouldBeFalse(made.Text);
        ToolResult refused = await session.CallAsync("add_time_entry", Entry(outside));
        refused.IsError.ShouldBeTrue(refused.Text);
        Writes(session).Length.ShouldBe(1);

        static string Entry(string task) => $$"""{"task":"{{task}}","start":"2026-11-20T08:00:00Z","duration":"1h"}""";
    }

    [Fact]
    public async Task A_comment_or_checklist_is_known_by_what_it_was_shown_in()
    {
        SandboxSession session = new(places: "space:Engineering");
        string comment = await FirstAsync(session, $"/api/v2/task/{SandboxSeed.RichTaskId}/comment", "comments");
        string arguments = $$"""{"comment_id":"{{comment}}","text":"Changed"}""";
        ToolResult unknown = await session.CallAsync("update_comment", arguments);
        unknown.Text.ShouldContain("was not shown in this session");
        Writes(session).ShouldBeEmpty();

        await session.CallAsync("get_comments", $$"""{"task":"{{SandboxSeed.RichTaskId}}"}""");
        (await session.CallAsync("update_comment", arguments)).IsError.ShouldBeFalse();
        Writes(session).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("90152000002/../90152000004")]
    [InlineData("90152000002%2F..%2F90152000004")]
    [InlineData("90152000002;x")]
    [InlineData("..")]
    [InlineData("90152000002?x=1")]
    [InlineData("90152000002#")]
    public async Task An_id_that_is_a_path_leads_nowhere(string id)
    {
        SandboxSession session = new(places: "list:90152000002");
        await session.CallAsync("create_task", InList(id));
        await session.CallAsync("update_list", $$"""{"list":"{{id}}","name":"No"}""");
        await session.CallAsync("delete_list", $$"""{"list":"{{id}}"}""");
        Writes(session).ShouldBeEmpty();

        IClickUpClient guard = Guarded(session.Sandbox, "list:90152000002");
        string[] before = SandboxState.Of(session.Sandbox);
        ClickUpRequest made = new(
            "CreateTask",
            ClickUpMethod.Post,
            $"/api/v2/list/{Uri.EscapeDataString(id)}/task",
            "",
            """{"name":"No"}"""u8.ToArray()
        )
        {
            ValueSegments = 1u << 4,
        };
        await Should.ThrowAsync<ActionableException>(async () => await guard.SendAsync(made, Stop));
        SandboxState.Difference(before, SandboxState.Of(session.Sandbox)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_of_an_operation_that_is_not_in_the_spec_is_refused()
    {
        SandboxSession session = new();
        IClickUpClient guard = Guarded(session.Sandbox, Everything);
        ClickUpRequest request = Rename(SandboxSeed.RichTaskId) with { Operation = "RenameTask" };
        ClickUpApiException refusal = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await guard.SendAsync(request, Stop)
        );
        refusal.IsUnsent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_whose_path_does_not_say_what_it_is_about_is_refused()
    {
        SandboxSession session = new();
        string inside = await TaskOfAsync(session, SandboxSeed.ApiListId);
        PlaceGuard guard = Guarded(session.Sandbox, "list:" + SandboxSeed.ApiListId);
        ClickUpRequest request = new(
            "UpdateTask",
            ClickUpMethod.Put,
            $"/api/v2/task/{SandboxSeed.RichTaskId}",
            "",
            System.Text.Encoding.UTF8.GetBytes($$"""{"parent":"{{inside}}"}""")
        );
        foreach (uint values in (uint[])[0, uint.MaxValue])
        {
            ClickUpApiException refusal = await Should.ThrowAsync<ClickUpApiException>(async () =>
                await guard.SendAsync(request with { ValueSegments = values }, Stop)
            );
            refusal.IsUnsent.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_key_that_sees_no_workspace_writes_nothing_of_which_the_place_is_unknown()
    {
        SandboxSession session = new(places: Everything);
        session.Replace(static sent =>
            sent.Path.EndsWith("/api/v2/team", StringComparison.Ordinal) ? """{"teams":[]}""" : null
        );
        await session.CallAsync("delete_webhook", """{"webhook_id":"4b67ac88-e506-4a29-9d42-26e504e3435e"}""");
        await session.CallAsync("delete_comment", """{"comment_id":"90110200000072"}""");
        Writes(session).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_is_refused_where_the_write_would_be_and_goes_on_with_what_it_would_have_made()
    {
        SandboxSession session = new(places: "list:90152000002");
        ToolResult refused = await session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.WebAppListId}}","name":"No","dry_run":true}"""
        );
        refused.IsError.ShouldBeTrue(refused.Text);
        ToolResult shown = await session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.ApiListId}}","name":"Yes","dry_run":true}"""
        );
        shown.IsError.ShouldBeFalse(shown.Text);
        Writes(session).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Engineering")]
    [InlineData("galaxy:Engineering")]
    [InlineData("list:")]
    public void What_is_no_list_of_places_is_refused(string text) =>
        Should.Throw<FormatException>(() => WritePlace.ParseList(text));

    private static string InList(string list) => $$"""{"list":"{{list}}","name":"New"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ClickUpRequest Rename(string task) =>
        new("UpdateTask", ClickUpMethod.Put, $"/api/v2/task/{task}", "", """{"name":"Renamed"}"""u8.ToArray())
        {
            ValueSegments = 1u << 4,
        };

    private static Task<string> TaskOfAsync(SandboxSession session, string list) =>
        FirstAsync(session, $"/api/v2/list/{list}/task", "tasks");

    private static async Task<string> FirstAsync(SandboxSession session, string path, string items)
    {
        JsonElement read = JsonElement.Parse(await AskAsync(session.Sandbox, HttpMethod.Get, path));
        return read.GetProperty(items)[0].GetProperty("id").ToString();
    }

    /// <summary>Asks as somebody else, past the server.</summary>
    private static async Task<string> AskAsync(SandboxServer sandbox, HttpMethod method, string path)
    {
        using HttpClient other = new(new SandboxMessageHandler(sandbox));
        using HttpRequestMessage request = new(method, new Uri("https://api.clickup.com" + path));
        request.Headers.TryAddWithoutValidation("Authorization", SandboxSeed.Token);
        using HttpResponseMessage response = await other.SendAsync(request, Stop);
        response.IsSuccessStatusCode.ShouldBeTrue(path);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    private static PlaceGuard Guarded(SandboxServer sandbox, string places)
    {
        ClickUpClient client = TestClient.Over(new SandboxMessageHandler(sandbox), token: SandboxSeed.Token);
        WorkspaceDirectory? directory = null;
        PlaceGuard guard = new(
            client,
            [WritePlace.ParseList(places)],
            EmittedCatalog.Instance,
            () => directory!,
            TimeProvider.System
        );
        directory = new WorkspaceDirectory(guard, new ResolverOptions(), TimeProvider.System);
        return guard;
    }

    private static string[] Writes(SandboxSession session) =>
        [
            .. session
                .Sent.Where(static sent =>
                    sent.Method != "GET" && !sent.Path.EndsWith("/auditlogs", StringComparison.Ordinal)
                )
                .Select(static sent => sent.Line),
        ];
}
