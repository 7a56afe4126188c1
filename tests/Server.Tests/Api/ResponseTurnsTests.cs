using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.Api;

/// <summary>Large responses come into memory in turns, and no turn holds anybody up for long.</summary>
public sealed class ResponseTurnsTests
{
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_are_taken_in_order()
    {
        using ResponseTurns turns = new(1, _time);
        IDisposable? first = await turns.WaitAsync(Token);
        Task<IDisposable?> second = turns.WaitAsync(Token).AsTask();
        Task<IDisposable?> third = turns.WaitAsync(Token).AsTask();
        second.IsCompleted.ShouldBeFalse();

        first.ShouldNotBeNull();
        first.Dispose();
        first.Dispose();

        IDisposable? next = await second;
        third.IsCompleted.ShouldBeFalse();
        next.ShouldNotBeNull();
        next.Dispose();
        (await third).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_waits_long_for_a_slow_one()
    {
        using ResponseTurns turns = new(1, _time);
        IDisposable? slow = await turns.WaitAsync(Token);
        Task<IDisposable?> waiting = turns.WaitAsync(Token).AsTask();

        _time.Advance(ResponseTurns.Patience - TimeSpan.FromMilliseconds(1));
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await waiting).ShouldBeNull();
        slow.ShouldNotBeNull();
        slow.Dispose();
        (await turns.WaitAsync(Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_gives_up_takes_no_turn()
    {
        using ResponseTurns turns = new(1, _time);
        IDisposable? first = await turns.WaitAsync(Token);
        using CancellationTokenSource caller = new();
        Task<IDisposable?> waiting = turns.WaitAsync(caller.Token).AsTask();

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        first.ShouldNotBeNull();
        first.Dispose();
        Task<IDisposable?> next = turns.WaitAsync(Token).AsTask();
        next.IsCompletedSuccessfully.ShouldBeTrue();
        (await next).ShouldNotBeNull();
    }

    [Fact]
    public async Task Large_responses_wait_for_each_other_and_small_ones_for_none()
    {
        (ClickUpClient client, Pipe body) = Begun();
        using ClickUpClient _ = client;
        Task<ClickUpResponse> first = client.SendAsync(TestClient.Get, Token).AsTask();
        Task<ClickUpResponse> second = client.SendAsync(TestClient.Get, Token).AsTask();
        _time.RingsIn(ResponseTurns.Patience).ShouldBeTrue();

        (await client.SendAsync(TestClient.Get, Token)).Body.Length.ShouldBe(2);
        second.IsCompleted.ShouldBeFalse();
        await EndAsync(body);

        (await first).Body.Length.ShouldBe(ResponseTurns.FreeBytes + 3);
        (await second).Body.Length.ShouldBe(ResponseTurns.FreeBytes + 2);
        _time.RingsIn(ResponseTurns.Patience).ShouldBeFalse();
    }

    [Fact]
    public async Task A_response_that_does_not_end_holds_the_next_up_for_a_moment()
    {
        (ClickUpClient client, Pipe body) = Begun();
        using ClickUpClient _ = client;
        Task<ClickUpResponse> first = client.SendAsync(TestClient.Get, Token).AsTask();
        Task<ClickUpResponse> second = client.SendAsync(TestClient.Get, Token).AsTask();

        _time.Advance(ResponseTurns.Patience);

        (await second).Body.Length.ShouldBe(ResponseTurns.FreeBytes + 2);
        first.IsCompleted.ShouldBeFalse();
        await EndAsync(body);
        (await first).Body.Length.ShouldBe(ResponseTurns.FreeBytes + 3);
    }

    private static async Task EndAsync(Pipe body)
    {
        await body.Writer.WriteAsync("\""u8.ToArray(), Token);
        await body.Writer.CompleteAsync();
    }

    /// <summary>One turn, a large response that has begun and comes from the pipe, a large one that is there, and a small one.</summary>
    private (ClickUpClient Client, Pipe Body) Begun()
    {
        Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 0));
        pipe.Writer.Write(Encoding.UTF8.GetBytes("\"" + new string('a', ResponseTurns.FreeBytes + 1)));
        pipe.Writer.FlushAsync(Token).AsTask().IsCompleted.ShouldBeTrue();
        ScriptedHandler handler = new(
            new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) },
            ScriptedHandler.Json(200, "\"" + new string('b', ResponseTurns.FreeBytes) + "\""),
            ScriptedHandler.Json(200, "{}")
        );
        UpstreamGate gate = new(
            new UpstreamLimitOptions(),
            new LimitCounters(),
            _time,
            responses: new ResponseTurns(1, _time)
        );
        return (TestClient.Over(handler, _time, gate: gate), pipe);
    }
}
