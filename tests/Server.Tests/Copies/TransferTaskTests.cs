using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>A task or a list goes to the workspace of another account: each request with the token of its own account, and nothing is deleted unseen.</summary>
public sealed class TransferTaskTests : IAsyncLifetime
{
    private const string Experiments = "90152000019";
    private const string OtherToken = "pk_sandbox_81000003_NOTASECRET";

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly SandboxServer _other;
    private readonly TokenLog _sent;
    private readonly CopySession _session;

    public TransferTaskTests()
    {
        _other = new SandboxServer(new SandboxOptions { RequestsPerMinute = 0, SecondWorkspace = true }, _time);
        _sent = new TokenLog(new SandboxMessageHandler(_other));
        ClickUpCredentials credentials = new(OtherToken);
        ClickUpClient second = new(
            credentials,
            new() { Dialect = ToolCatalog.Upstream },
            _time,
            new UpstreamGate(new UpstreamLimitOptions { PerMinute = 0 }, new LimitCounters(), _time),
            credentials.Fingerprint(),
            () => _sent
        );
        _session = new CopySession(around: first => new FederatedClient([first, second]));
    }

    [Theory]
    [InlineData("Experiments", """, "to_workspace":"Acme Labs" """)]
    [InlineData(Experiments, "")]
    public async Task A_copy_in_another_account_has_all_that_there_is_there(string list, string workspace)
    {
        string root = await _session.PlantAsync();
        int before = _other.Log.Count;

        ToolResult result = await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","list":"{{list}}","workspace":"Acme"{{workspace}}}"""
        );

        JsonElement[] copies = await TasksAsync();
        copies
            .Select(static task => task.GetProperty("name").GetString())
            .ShouldBe(["Release 2.0", "Write notes", "Publish", "Collect changes"], ignoreOrder: true);
        JsonElement copy = copies.Single(static task => task.GetProperty("name").GetString() == "Release 2.0");
        copy.GetProperty("assignees")
            .EnumerateArray()
            .Select(static person => person.GetProperty("id").GetInt64())
            .ShouldBe([SandboxSeed.MemberId]);
        result.Text.ShouldContain("they are no members of the other workspace");
        result.Text.ShouldContain("Not copied: custom field Effort");
        // What the first account was asked of it, it refused; nothing of the copy was shown to it.
        _session.Sent.Where(static request => request.Method != "GET").ShouldBeEmpty();
        _other.Log.Skip(before).ShouldNotContain(entry => entry.Path.Contains(root, StringComparison.Ordinal));
        _sent.Tokens.Distinct().ShouldBe([OtherToken]);
    }

    [Fact]
    public async Task First_there_is_an_inventory_and_nothing_is_written()
    {
        string root = await _session.PlantAsync();
        int before = _other.Log.Count;

        ToolResult result = await _session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}"}"""
        );

        result.Text.ShouldContain(
            "Nothing was done yet. Task Release 2.0 would be copied to list Experiments of another workspace, with 3 subtasks, 3 checklists, 2 files, and then deleted for good."
        );
        result.Text.ShouldContain("Not copied: custom field Effort (of Release 2.0)");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
        _other.Log.Skip(before).ShouldAllBe(static entry => entry.Method == "GET");
    }

    [Fact]
    public async Task The_original_goes_once_its_copy_is_seen_to_be_whole()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}","delete_source":true}"""
        );

        result.Text.ShouldContain("The original is deleted.");
        (await _session.TryFindAsync("Release 2.0")).ShouldBeNull();
        (await TasksAsync()).Length.ShouldBe(4);
        SentRequest[] sent = [.. _session.Sent];
        sent.Count(static request => request.Method == "DELETE").ShouldBe(1);
        sent[^1].Method.ShouldBe("GET", "the deletion is looked at");
    }

    [Fact]
    public async Task A_list_goes_to_another_account_with_its_tasks()
    {
        ToolResult made = await _session.CallAsync(
            "create_list",
            $$"""{"name":"Plan","space":"{{SandboxSeed.EngineeringSpaceId}}","fields":["id"]}"""
        );
        string list = made.Text["id: ".Length..].Split('\n')[0];
        await _session.PlantAsync(list, PlaceSession.Fields);
        int before = _other.Log.Count;

        ToolResult result = await _session.CallAsync(
            "transfer_list",
            $$"""{"list":"{{list}}","workspace":"Acme","to_workspace":"Acme Labs","space":"{{PlaceSession.OtherSpace}}","delete_source":true}"""
        );

        result.Text.ShouldContain("The original is deleted.");
        JsonElement lists = await SendAsync("GET", $"/api/v2/space/{PlaceSession.OtherSpace}/list", []);
        string copy = lists
            .GetProperty("lists")
            .EnumerateArray()
            .Single(static each => each.GetProperty("name").GetString() == "Plan")
            .GetProperty("id")
            .GetString()!;
        (await TasksAsync(copy))
            .Select(static task => task.GetProperty("name").GetString())
            .ShouldBe(["Release 2.0", "Write notes", "Publish", "Collect changes"], ignoreOrder: true);
        _session
            .Sent.Where(static request => request.Method != "GET")
            .Select(static request => $"{request.Method} {request.Path}")
            .ShouldBe([$"DELETE /api/v2/list/{list}"]);
        _other.Log.Skip(before).ShouldNotContain(entry => entry.Method == "DELETE");
        _sent.Tokens.Distinct().ShouldBe([OtherToken]);
    }

    [Fact]
    public async Task A_copy_that_is_not_whole_deletes_nothing()
    {
        string root = await _session.PlantAsync();
        _other.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "POST",
                PathPrefix = $"/api/v2/list/{Experiments}/task",
                Members = ["priority"],
            }
        );

        ToolResult result = await _session.Session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Read back, it differs: priority of Release 2.0");
        result.Text.ShouldContain("The original was not deleted.");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
        (await _session.TryFindAsync("Release 2.0")).ShouldBe(root);
    }

    [Fact]
    public async Task A_copy_that_fails_half_way_deletes_nothing()
    {
        string root = await _session.PlantAsync();
        _other.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Cut,
                Method = "POST",
                PathPrefix = $"/api/v2/list/{Experiments}/task",
                After = 2,
            }
        );

        ToolResult result = await _session.Session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Unknown, look before repeating: subtask ");
        result.Text.ShouldContain("The original was not deleted.");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
    }

    [Fact]
    public async Task Files_that_cannot_be_fetched_keep_the_original_from_going()
    {
        await using CopySession closed = new(knowsHost: false, secondWorkspace: true);
        string root = await closed.PlantAsync();

        ToolResult result = await closed.Session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Files of the task would be lost with the original.");
        closed.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task An_original_that_changes_meanwhile_stays()
    {
        string root = await _session.PlantAsync();
        int reads = 0;
        _session.Session.Replace(request =>
        {
            if (request.Path != $"/api/v2/task/{root}" || ++reads < 2)
            {
                return null;
            }

            return $$"""{"id":"{{root}}","name":"Release 2.0","date_updated":"1","subtasks":[]}""";
        });

        ToolResult result = await _session.Session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("the original was changed meanwhile");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
    }

    [Fact]
    public async Task Within_a_workspace_a_task_is_moved()
    {
        string root = await _session.PlantAsync();

        ToolResult result = await _session.Session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{SandboxSeed.LaunchListId}}","delete_source":true}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Use move_task.");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task A_dry_run_shows_the_deletion_and_does_nothing()
    {
        string root = await _session.PlantAsync();
        int before = _other.Log.Count;

        ToolResult result = await _session.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"{{Experiments}}","delete_source":true,"dry_run":true}"""
        );

        result.Text.ShouldContain($"DELETE /api/v2/task/{root}");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
        _other.Log.Skip(before).ShouldAllBe(static entry => entry.Method == "GET");
    }

    /// <summary>Uses up ids that the other account would hand out, since no two accounts have the same.</summary>
    public async ValueTask InitializeAsync()
    {
        for (int i = 0; i < 10; i++)
        {
            await SendAsync("POST", $"/api/v2/list/{Experiments}/task", "{\"name\":\"Used up\"}"u8.ToArray());
        }

        JsonElement tasks = await SendAsync("GET", $"/api/v2/list/{Experiments}/task", []);
        foreach (JsonElement task in tasks.GetProperty("tasks").EnumerateArray())
        {
            await SendAsync("DELETE", $"/api/v2/task/{task.GetProperty("id").GetString()}", []);
        }

        string lists = $"/api/v2/space/{PlaceSession.OtherSpace}/list";
        JsonElement list = await SendAsync("POST", lists, "{\"name\":\"Used up\"}"u8.ToArray());
        await SendAsync("DELETE", $"/api/v2/list/{list.GetProperty("id").GetString()}", []);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task<JsonElement> SendAsync(string method, string path, byte[] body)
    {
        SandboxResponse response = await _other.HandleAsync(
            new SandboxRequest(method, path, "", SandboxSeed.Token, body, "application/json"),
            TestContext.Current.CancellationToken
        );
        return response.Body.IsEmpty ? default : JsonElement.Parse(response.Body.Span);
    }

    /// <summary>What a list in the other account has.</summary>
    private async Task<JsonElement[]> TasksAsync(string list = Experiments)
    {
        SandboxResponse response = await _other.HandleAsync(
            new SandboxRequest(
                "GET",
                $"/api/v2/list/{list}/task",
                "subtasks=true&include_closed=true",
                SandboxSeed.Token
            ),
            TestContext.Current.CancellationToken
        );
        return [.. JsonElement.Parse(response.Body.Span).GetProperty("tasks").EnumerateArray()];
    }

    /// <summary>Notes the token of each request.</summary>
    private sealed class TokenLog(HttpMessageHandler next) : DelegatingHandler(next)
    {
        private readonly RequestLog<string> _tokens = new();

        public IReadOnlyList<string> Tokens => _tokens;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            _tokens.Add(string.Join(',', request.Headers.GetValues("Authorization")));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
