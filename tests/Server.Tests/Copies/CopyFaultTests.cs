using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Whichever request of a copy fails, the result names the copy, and of each thing says rightly whether it is there.</summary>
public sealed class CopyFaultTests : IAsyncDisposable
{
    private readonly CopySession _session = new();

    /// <summary>Each write of a copy by its place.</summary>
    public static TheoryData<int> Writes => [.. Enumerable.Range(0, 19)];

    [Fact]
    public async Task The_copy_has_that_many_writes()
    {
        await DuplicateAsync(await _session.PlantAsync());

        WritesOf(_session).Count().ShouldBe(Writes.Count);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_is_refused_is_told_and_the_rest_is_there(int at)
    {
        string root = await _session.PlantAsync();
        _session.Sandbox.Inject((await FaultAtAsync(at, SandboxFaultKind.Status)) with { Code = 400 });

        ToolResult result = await DuplicateAsync(root);

        result.IsError.ShouldBeTrue(result.Text);
        string? copy = await _session.TryFindAsync("Release 2.0 (copy)");
        if (at == 0)
        {
            copy.ShouldBeNull();
            WritesOf(_session).Count().ShouldBe(1);
            return;
        }

        result.Text.ShouldContain($"The copy is incomplete: Release 2.0 as {copy} in list API");
        result.Text.ShouldContain("Failed: ");
        result.Text.ShouldNotContain("Unknown, look");
        await EachSubtaskIsThereOrToldAsync(result);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task After_a_rate_limit_that_lasts_nothing_more_is_begun_and_all_that_is_missing_is_told(int at)
    {
        string root = await _session.PlantAsync();
        _session.Sandbox.Inject((await FaultAtAsync(at, SandboxFaultKind.RateLimit)) with { ResetSeconds = 3600 });

        ToolResult result = await DuplicateAsync(root);

        result.IsError.ShouldBeTrue(result.Text);
        WritesOf(_session).Count().ShouldBe(at + 1);
        if (at > 0)
        {
            result.Text.ShouldContain(await _session.FindAsync("Release 2.0 (copy)"));
            result.Text.ShouldNotContain("Unknown, look");
            await EachSubtaskIsThereOrToldAsync(result);
        }
    }

    [Theory]
    [InlineData(SandboxFaultKind.Cut)]
    [InlineData(SandboxFaultKind.Status)]
    public async Task A_write_of_which_nobody_knows_whether_it_was_carried_out_is_told_as_such(SandboxFaultKind kind)
    {
        string root = await _session.PlantAsync();
        _session.Sandbox.Inject((await FaultAtAsync(2, kind)) with { Code = 500 });

        ToolResult result = await DuplicateAsync(root);

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain(await _session.FindAsync("Release 2.0 (copy)"));
        result.Text.ShouldContain("Unknown, look before repeating: subtask ");
        await EachSubtaskIsThereOrToldAsync(result);
    }

    [Fact]
    public async Task A_read_that_fails_before_the_first_write_copies_nothing()
    {
        string root = await _session.PlantAsync();
        string below = await _session.FindAsync("Collect changes");
        _session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Status,
                Code = 400,
                Method = "GET",
                PathPrefix = $"/api/v2/task/{below}",
            }
        );

        ToolResult result = await DuplicateAsync(root);

        result.IsError.ShouldBeTrue(result.Text);
        WritesOf(_session).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tie_that_ClickUp_ignores_is_told()
    {
        string root = await _session.PlantAsync();
        _session.Sandbox.Inject(await FaultAtAsync(18, SandboxFaultKind.Ignore));

        ToolResult result = await DuplicateAsync(root);

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Read back, it differs: ties of ");
    }

    [Theory]
    [InlineData(2, "subtask")]
    [InlineData(8, "checklist")]
    public async Task A_call_that_is_cancelled_says_what_is_there_and_what_is_not(int at, string what)
    {
        string root = await _session.PlantAsync();
        using CancellationTokenSource stop = new();
        _session.Sandbox.Inject(await FaultAtAsync(at, SandboxFaultKind.Hang));
        StoppingProgress progress = new();

        Task<ToolResult> call = _session.Session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}"}""",
            progress: progress,
            stop: stop.Token
        );
        await Wait.UntilAsync(() => WritesOf(_session).Count() == at + 1, "the request that hangs");
        await stop.CancelAsync();
        ToolResult result = await call;

        string copy = await _session.FindAsync("Release 2.0 (copy)");
        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain($"The copy is incomplete: Release 2.0 as {copy} in list API");
        result.Text.ShouldContain($"Unknown, look before repeating: {what}");
        result.Text.ShouldContain("Not begun: ");
        progress.Last.ShouldContain(copy);
        await EachSubtaskIsThereOrToldAsync(result);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private Task<ToolResult> DuplicateAsync(string task) =>
        _session.Session.CallAsync("duplicate_task", $$"""{"task":"{{task}}"}""");

    private static IEnumerable<SentRequest> WritesOf(CopySession session) =>
        session.Sent.Where(static request => request.Method != "GET");

    /// <summary>A fault that strikes one write of a copy, and all like it; the seed makes every copy alike.</summary>
    private static async Task<SandboxFault> FaultAtAsync(int at, SandboxFaultKind kind)
    {
        await using CopySession whole = new();
        await whole.CallAsync("duplicate_task", $$"""{"task":"{{await whole.PlantAsync()}}"}""");
        SentRequest[] writes = [.. WritesOf(whole)];
        SentRequest write = writes[at];
        return new SandboxFault
        {
            Kind = kind,
            Method = write.Method,
            PathPrefix = write.Path,
            After = writes[..at]
                .Count(other =>
                    other.Method == write.Method && other.Path.StartsWith(write.Path, StringComparison.Ordinal)
                ),
        };
    }

    private async Task EachSubtaskIsThereOrToldAsync(ToolResult result)
    {
        foreach (string name in (string[])["Write notes", "Collect changes", "Publish"])
        {
            bool isThere = await CountAsync(name) == 2;
            bool isTold = result.Text.Contains($": subtask {name}", StringComparison.Ordinal);
            isTold.ShouldBe(!isThere, $"{name}\n{result.Text}");
        }
    }

    private async Task<int> CountAsync(string name) =>
        (await _session.GetAsync($"/api/v2/list/{SandboxSeed.ApiListId}/task", "subtasks=true&include_closed=true"))
            .GetProperty("tasks")
            .EnumerateArray()
            .Count(task => task.GetProperty("name").GetString() == name);

    /// <summary>Hears how far the call has come.</summary>
    private sealed class StoppingProgress : IProgressReporter
    {
        private volatile string _last = string.Empty;

        public string Last => _last;

        public bool IsHeard => true;

        public void Report(double progress, double? total, string message) => _last = message;
    }
}
