using System.Text;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

public class ToolDispatcherTests
{
    private readonly List<string> _log = [];
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_tool_runs_by_name_and_by_alias()
    {
        FakeClickUp clickUp = new(static _ => """{"id":"1","name":"A"}""");

        (await CallAsync(clickUp, "get_task", """{"task":"86b4"}""")).ShouldBe(new ToolResult("id: 1\nname: A"));
        (await CallAsync(clickUp, "task_get", """{"task_id":"86b4"}""")).IsError.ShouldBeFalse();
        clickUp.Requests.ShouldAllBe(static r => r.Path == "/api/v2/task/86b4");
    }

    [Fact]
    public async Task A_list_is_read_up_to_its_limit()
    {
        FakeClickUp clickUp = new(static _ => """{"tasks":[{"id":1},{"id":2},{"id":3}]}""");

        string first = (await CallAsync(clickUp, "get_tasks", """{"task":"x"}""")).Text;
        string cursor = TestCursors.In(first)!;
        first.ShouldBe($"2 of 3 tasks, more: cursor={cursor}\nid\n1\n2");
        (await CallAsync(clickUp, "get_tasks", $$"""{"task":"x","cursor":"{{cursor}}"}""")).Text.ShouldBe(
            "1 task\nid\n3"
        );
    }

    [Fact]
    public async Task A_response_without_content_is_the_tools_own_sentence_sanitised() =>
        (
            await CallAsync(new FakeClickUp(static _ => string.Empty), "delete_task", """{"task":"a\u202eb"}""")
        ).Text.ShouldBe("Deleted task ab.");

    [Theory]
    [InlineData("get_task")]
    [InlineData("echo_handler")]
    public async Task All_wrong_arguments_are_reported_at_once(string tool)
    {
        ToolResult result = await CallAsync(new FakeClickUp(static _ => "{}"), tool, """{"subtasks":1,"taks":"x"}""");

        result.ShouldBe(
            new ToolResult(
                $"3 problems with the arguments of {tool}:\n- task: is required\n- subtasks: must be a boolean, got a number\n"
                    + "- taks: is not a known argument; did you mean \"task\"? (valid: task, subtasks, detail_level, fields, limit, cursor)",
                IsError: true
            )
        );
    }

    [Theory]
    [InlineData("", "1 problem with the arguments of get_task:\n- task: is required")]
    [InlineData("{}", "1 problem with the arguments of get_task:\n- task: is required")]
    [InlineData("[]", "The arguments of get_task must be an object, got an array.")]
    [InlineData("null", "The arguments of get_task must be an object, got null.")]
    [InlineData("{", "The arguments of get_task are not valid JSON")]
    public async Task Arguments_must_be_an_object(string json, string expected)
    {
        ToolResult result = await CallAsync(new FakeClickUp(static _ => "{}"), "get_task", json);
        result.IsError.ShouldBeTrue();
        result.Text.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("{\"task\":[{0}]}")]
    [InlineData("{\"task\":\"DEV-1\",\"fields\":\"[{0}]\"}")]
    [Trait("Requirement", "H-05")]
    public async Task H_05_arguments_of_very_many_values_are_refused_before_they_are_parsed(string form)
    {
        string json = form.Replace(
            "{0}",
            string.Join(',', Enumerable.Repeat("1", 1_000_000)),
            StringComparison.Ordinal
        );
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<ToolResult> call = CallAsync(new FakeClickUp(static _ => "{}"), "get_task", json);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        call.IsCompleted.ShouldBeTrue("all of it was done on this thread");
        (await call).IsError.ShouldBeTrue();
        // The text is copied as often as it is converted; parsed, each value would take twelve bytes more.
        allocated.ShouldBeLessThan(12 * json.Length);
    }

    [Fact]
    public async Task Deep_arguments_are_refused() =>
        (await CallAsync(new FakeClickUp(static _ => "{}"), "get_task", new string('[', 100_000))).Text.ShouldContain(
            "64 levels"
        );

    [Fact]
    public async Task PA_16_a_disabled_tool_is_refused_and_an_unknown_one_is_not_told_of_it()
    {
        ToolDispatcher dispatcher = Dispatcher(new FakeClickUp(static _ => "{}"), new() { DisabledTools = "get_task" });

        ToolCallOutcome disabled = await dispatcher.CallAsync("task_get", default, Progress, Token);
        ToolCallOutcome unknown = await dispatcher.CallAsync("get_tsak", default, Progress, Token);

        disabled.Result!.IsError.ShouldBeTrue();
        disabled.Result.Text.ShouldBe("The tool get_task is disabled by the operator's configuration.");
        unknown.Result.ShouldBeNull();
        unknown.UnknownTool.ShouldBe("Unknown tool \"get_tsak\"; did you mean \"get_tasks\"?");
    }

    [Fact]
    public async Task An_actionable_error_says_what_why_and_what_to_do()
    {
        ToolResult result = await CallAsync(
            new FakeClickUp(static _ =>
                throw new ActionableException("No such task.", "It was deleted.", "Search for it:", ["a\nb", "c"])
            ),
            "get_task",
            """{"task":"x"}"""
        );

        result.ShouldBe(new ToolResult("No such task. It was deleted. Search for it:\n- a b\n- c", IsError: true));
    }

    [Fact]
    public async Task PA_17_a_bug_shows_no_detail_and_logs_no_content()
    {
        ToolResult result = await CallAsync(
            new FakeClickUp(static _ => throw new InvalidOperationException("secret pk_1_ABC")),
            "get_task",
            """{"task":"x"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldNotContain("secret");
        result.Text.ShouldNotContain("Exception");
        string line = _log.ShouldHaveSingleItem();
        line.ShouldContain("InvalidOperationException");
        line.ShouldNotContain("secret");
        string id = result.Text.Split("reference ")[1][..8];
        line.ShouldContain(id);
    }

    [Fact]
    public async Task A_response_that_is_no_JSON_is_explained() =>
        (await CallAsync(new FakeClickUp(static _ => "<html>"), "get_task", """{"task":"x"}""")).Text.ShouldStartWith(
            "The response could not be read."
        );

    [Fact]
    public async Task A_tool_without_a_handler_says_that_it_is_unavailable() =>
        (await CallAsync(new FakeClickUp(static _ => "{}"), "missing", "{}")).Text.ShouldContain(
            "not available in this build"
        );

    [Fact]
    public async Task A_call_ends_at_its_deadline()
    {
        FakeClickUp clickUp = new(static _ => "{}") { Gate = new TaskCompletionSource() };
        ValueTask<ToolCallOutcome> call = Dispatcher(clickUp)
            .CallAsync("get_task", Bytes("""{"task":"x"}"""), Progress, Token);

        _time.Advance(TimeSpan.FromSeconds(119));
        call.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        (await call).Result!.Text.ShouldStartWith("get_task did not finish within 120 seconds");
    }

    [Fact]
    public async Task The_callers_cancellation_reaches_the_request_and_comes_back_as_such()
    {
        using CancellationTokenSource source = new();
        FakeClickUp clickUp = new(static _ => "{}") { Gate = new TaskCompletionSource() };
        ValueTask<ToolCallOutcome> call = Dispatcher(clickUp)
            .CallAsync("get_task", Bytes("""{"task":"x"}"""), Progress, source.Token);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await call);
        _log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_is_made_for_each_call_and_not_before()
    {
        TestCatalog catalog = new();
        FakeClickUp clickUp = new(static _ => """{"id":1}""");
        ToolInventory inventory = new(catalog, ToolPolicy.Create(new(), catalog));
        ToolDispatcher dispatcher = new(inventory, clickUp.Services(_time), _log.Add);
        catalog.Created.ShouldBe(0);

        await dispatcher.CallAsync("get_task", Bytes("""{"task":"x"}"""), Progress, Token);
        await dispatcher.CallAsync("get_task", Bytes("""{"task":"x"}"""), Progress, Token);

        catalog.Created.ShouldBe(2);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IProgressReporter Progress { get; } = new FakeClickUp(static _ => string.Empty);

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private ToolDispatcher Dispatcher(FakeClickUp clickUp, ToolPolicyOptions? options = null)
    {
        TestCatalog catalog = new();
        ToolInventory inventory = new(catalog, ToolPolicy.Create(options ?? new(), catalog));
        return new ToolDispatcher(inventory, clickUp.Services(_time), _log.Add);
    }

    private async Task<ToolResult> CallAsync(FakeClickUp clickUp, string tool, string json) =>
        (await Dispatcher(clickUp).CallAsync(tool, Bytes(json), Progress, Token)).Result!;
}
