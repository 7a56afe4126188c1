using ClickUpMcp.Api;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>A call that reads large responses holds one turn, and only while it works on what it has read.</summary>
public sealed class KeptTurnTests : IDisposable
{
    private readonly TimeProvider _time = new ManualTimeProvider();
    private readonly ResponseTurns _turns;

    public KeptTurnTests() => _turns = new ResponseTurns(1, _time);

    public void Dispose() => _turns.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_lasts_as_long_as_the_call()
    {
        using WaitingCall call = Call();
        call.Keep(await TurnAsync());
        Task<IDisposable?> next = _turns.WaitAsync(Token).AsTask();
        next.IsCompleted.ShouldBeFalse();

        call.Dispose();

        (await next).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_next_request_of_the_call_ends_it()
    {
        using WaitingCall call = Call();
        call.Keep(await TurnAsync());

        call.Sending(changes: false);

        _turns.WaitAsync(Token).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_for_the_rate_limit_ends_it()
    {
        using WaitingCall call = Call();
        call.Keep(await TurnAsync());

        call.Waiting(TimeSpan.FromSeconds(1));

        _turns.WaitAsync(Token).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_response_that_comes_after_the_end_holds_nothing()
    {
        WaitingCall call = Call();
        call.Dispose();

        call.Keep(await TurnAsync());

        _turns.WaitAsync(Token).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_call_it_ends_when_the_response_is_read()
    {
        IUpstreamCall call = new RateLimiting.Chain.TestCall(new ManualTimeProvider());

        call.Keep(await TurnAsync());

        _turns.WaitAsync(Token).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Zones_are_asked_for_before_the_pages_that_would_wait_for_them()
    {
        SandboxSession session = new();
        // Until the user that the session knows is to be read again.
        session.Time.Advance(TimeSpan.FromDays(1));

        ToolResult result = await session.CallAsync("get_workspace_tasks", """{"include_closed":true,"limit":100}""");

        result.IsError.ShouldBeFalse(result.Text);
        string[] paths = [.. session.Sent.Select(static sent => sent.Path)];
        int user = Array.FindIndex(paths, static path => path.EndsWith("/user", StringComparison.Ordinal));
        int page = Array.FindIndex(paths, static path => path.EndsWith("/task", StringComparison.Ordinal));
        user.ShouldBeInRange(0, page, string.Join('\n', paths));
    }

    [Fact]
    public async Task Large_responses_go_on_with_no_more_threads_than_turns()
    {
        ResponseThreads threads = new(1);
        int?[] seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OnAsync(threads)));

        seen.Distinct().ShouldHaveSingleItem();
    }

    private static async Task<int?> OnAsync(ResponseThreads threads)
    {
        await threads;
        Thread.CurrentThread.IsThreadPoolThread.ShouldBeFalse();
        return Environment.CurrentManagedThreadId;
    }

    private WaitingCall Call() => new(NoProgress.Instance, TimeSpan.FromMinutes(1), _time);

    private async Task<IDisposable> TurnAsync() => (await _turns.WaitAsync(Token)).ShouldNotBeNull();
}
