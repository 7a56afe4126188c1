using System.Threading.RateLimiting;
using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

public class WaitTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(60)]
    [Trait("Promise", "PA-12")]
    public void PA_12_a_429_is_waited_out_to_the_tick_of_its_reset(int seconds)
    {
        Chain chain = null!;
        chain = new Chain(
            (_, _) => Task.FromResult(chain.Budget(100, 0, seconds, chain.Arrivals.Count == 1 ? 429 : 200))
        );
        chain.Run(() => chain.SendAsync(ClickUpMethod.Post, new TestCall(chain.Time)));
        chain.Arrivals.ShouldBe([0, seconds]);
        chain.Counters.RateLimited.ShouldBe(1);
        chain.Counters.Waited.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    [Trait("Promise", "PA-12")]
    public void Retry_After_holds_other_calls_of_the_token_back_as_well()
    {
        Chain chain = new((_, _) => Task.FromResult(RetryAfter(ScriptedHandler.Json(200, "{}"), "20")));
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get);
            await Task.WhenAll(chain.SendAsync(ClickUpMethod.Get), chain.SendAsync(ClickUpMethod.Post));
        });
        chain.Arrivals[1].ShouldBe(20);
        chain.Arrivals[2].ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    [InlineData(60)]
    [Trait("Promise", "PA-11")]
    public void The_plans_limit_is_learned_from_the_responses(int limit)
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(limit, limit - 1, 60)));
        chain.Run(() => chain.SendAsync(ClickUpMethod.Get));
        chain.Gate.LimiterOf(new ClickUpCredentials(TestClient.Canary).Fingerprint()).PerMinute.ShouldBe(limit);
    }

    [Fact]
    public void The_operators_ceiling_stays_whatever_the_plan_allows()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(1_000, 999, 60)), new() { PerMinute = 30, Burst = 1 });
        chain.Run(() => Task.WhenAll(Enumerable.Range(0, 11).Select(_ => chain.SendAsync(ClickUpMethod.Get))));
        chain.Arrivals[^1].ShouldBe(20, tolerance: 0.1);
    }

    [Fact]
    [Trait("Promise", "PA-11")]
    public void What_others_left_of_the_budget_is_not_exceeded()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(100, 2, 40)));
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get);
            await chain.SendAsync(ClickUpMethod.Get);
        });
        chain.Arrivals.ShouldBe([0, 40]);
    }

    [Fact]
    public void A_wait_that_does_not_fit_into_the_call_is_refused_at_once_with_its_seconds()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(100, 0, 45)));
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get);
            ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(
                chain.SendAsync(ClickUpMethod.Post, new TestCall(chain.Time, seconds: 30))
            );
            chain.Now.ShouldBe(0);
            error.Kind.ShouldBe(ApiErrorKind.RateLimited);
            error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(45));
            error.Next!.ShouldContain("Retry in 45 s");
        });
        chain.Arrivals.Count.ShouldBe(1);
        chain.Counters.Refusals(RefusalReason.WaitTooLong).ShouldBe(1);
    }

    [Fact]
    public void A_429_that_does_not_fit_is_reported_with_its_seconds_and_not_repeated()
    {
        Chain chain = new((_, _) => Task.FromResult(RetryAfter(ScriptedHandler.Json(429, "{}"), "50")));
        chain.Run(async () =>
        {
            ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(
                chain.SendAsync(ClickUpMethod.Get, new TestCall(chain.Time, seconds: 30))
            );
            error.Next!.ShouldContain("in 50 s");
        });
        chain.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public void A_call_in_the_queue_gives_up_soon_after_the_server_closes_for_longer_than_it_has()
    {
        Chain chain = null!;
        TaskCompletionSource<HttpResponseMessage> first = new();
        chain = new Chain(
            (_, _) => chain.Arrivals.Count == 1 ? first.Task : Task.FromResult(chain.Budget(100, 50, 30)),
            new UpstreamLimitOptions { MaxInFlight = 1 }
        );
        chain.Run(async () =>
        {
            Task<ClickUpResponse> ahead = chain.SendAsync(ClickUpMethod.Get, new TestCall(chain.Time));
            Task<ClickUpResponse> behind = chain.SendAsync(ClickUpMethod.Post, new TestCall(chain.Time, seconds: 60));
            await Task.Delay(TimeSpan.FromSeconds(1), chain.Time);
            first.SetResult(RetryAfter(chain.Budget(100, 50, 30), "300"));
            await ahead;
            ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(behind);
            chain.Now.ShouldBe(2);
            error.RetryAfter!.Value.TotalSeconds.ShouldBe(299, tolerance: 0.01);
            chain.Gate.LimiterOf(new ClickUpCredentials(TestClient.Canary).Fingerprint()).InFlight.ShouldBe(0);
        });
        chain.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public void The_caller_hears_of_a_wait_after_two_seconds_and_of_how_long_it_is()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(100, 0, 7)));
        TestCall call = new(chain.Time);
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get, call);
            call.Notices.ShouldBeEmpty();
            await chain.SendAsync(ClickUpMethod.Get, call);
        });
        call.Notices.Select(static notice => notice.At).ShouldBe([2, 4, 6]);
        call.Notices[0].Left.TotalSeconds.ShouldBeInRange(5, 6);
    }

    [Fact]
    public void No_more_requests_are_on_their_way_than_configured_and_they_go_in_order()
    {
        int inFlight = 0;
        int most = 0;
        List<string> order = [];
        Chain chain = null!;
        chain = new Chain(
            async (request, token) =>
            {
                order.Add(request.Method.Method);
                most = Math.Max(most, ++inFlight);
                await Task.Delay(TimeSpan.FromSeconds(3), chain.Time, token);
                inFlight--;
                return ScriptedHandler.Json(200, "{}");
            },
            new UpstreamLimitOptions { MaxInFlight = 3, PerMinute = 0 }
        );
        ClickUpMethod[] methods = [.. Enumerable.Range(0, 20).Select(static i => (ClickUpMethod)(i % 5))];
        chain.Run(() => Task.WhenAll(methods.Select(method => chain.SendAsync(method))));
        most.ShouldBe(3);
        order.ShouldBe(methods.Select(static method => method.ToString().ToUpperInvariant()));
    }

    [Fact]
    public void A_cancelled_wait_leaves_nothing_behind()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(100, 0, 20)));
        using CancellationTokenSource caller = new();
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get);
            Task waiting = chain.Client().SendAsync(TestClient.Get, caller.Token).AsTask();
            await Task.Delay(TimeSpan.FromSeconds(3), chain.Time);
            caller.Cancel();
            await Should.ThrowAsync<OperationCanceledException>(waiting);
        });
        UpstreamLimiter limiter = chain.Gate.LimiterOf(new ClickUpCredentials(TestClient.Canary).Fingerprint());
        (limiter.InFlight, limiter.Waiting).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("is cancelled")]
    [InlineData("has too little time")]
    public void A_permit_granted_at_the_moment_at_which_its_caller_gives_up_is_given_back(string caller)
    {
        // One permit in two seconds, so that the next one is due at the very instant of the notice.
        Chain chain = new(
            static (_, _) => Task.FromResult(ScriptedHandler.Json(200, "{}")),
            new UpstreamLimitOptions
            {
                PerMinute = 30,
                Burst = 1,
                MaxInFlight = 1,
            }
        );
        using CancellationTokenSource cancel = new();
        UpstreamLimiter limiter = chain.Gate.LimiterOf(new ClickUpCredentials(TestClient.Canary).Fingerprint());
        RateLimitLease held = limiter.AttemptAcquire();
        TestCall call = new(chain.Time, seconds: 30)
        {
            OnNotice = () =>
            {
                // The permit's own timer is due as well, and rings now.
                chain.Time.Advance(TimeSpan.Zero);
                limiter.GetStatistics()!.CurrentQueuedCount.ShouldBe(0);
                if (caller == "is cancelled")
                {
                    cancel.Cancel();
                }

                limiter.CloseUntil(chain.Time.GetUtcNow().AddMinutes(5));
            },
        };
        chain.Run(async () =>
        {
            Task waiting = chain.Client().SendAsync(TestClient.Get with { Call = call }, cancel.Token).AsTask();
            // The place is free only now, so the timer of the permit is set later than that of the notice.
            await Task.Delay(TimeSpan.FromSeconds(1), chain.Time);
            held.Dispose();
            await Should.ThrowAsync<Exception>(waiting);
            call.Notices.Count.ShouldBe(1);
            (limiter.InFlight, limiter.Waiting).ShouldBe((0, 0));
            await Task.Delay(TimeSpan.FromMinutes(6), chain.Time);
            (await chain.SendAsync(ClickUpMethod.Get)).Status.ShouldBe(200);
        });
        chain.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public void Requests_on_their_way_are_counted_as_spent_although_the_server_has_not_counted_them_yet()
    {
        // Two of the hundred are left to others.
        const int Reserve = 2;
        const int OnTheirWay = 4;
        Chain chain = null!;
        chain = new Chain(
            async (_, token) =>
            {
                int number = chain.Arrivals.Count;
                await Task.Delay(TimeSpan.FromSeconds(number == 1 ? 1 : 10), chain.Time, token);
                return number == 1 ? chain.Budget(100, Reserve + OnTheirWay, 40) : ScriptedHandler.Json(200, "{}");
            },
            new UpstreamLimitOptions { MaxInFlight = 0 }
        );
        chain.Run(async () =>
        {
            Task<ClickUpResponse> first = chain.SendAsync(ClickUpMethod.Get);
            Task others = Task.WhenAll(Enumerable.Range(0, OnTheirWay).Select(_ => chain.SendAsync(ClickUpMethod.Get)));
            await first;
            await chain.SendAsync(ClickUpMethod.Get);
            await others;
        });
        chain.Arrivals.ShouldBe([0, 0, 0, 0, 0, 41]);
    }

    private static HttpResponseMessage RetryAfter(HttpResponseMessage response, string seconds)
    {
        response.Headers.TryAddWithoutValidation("Retry-After", seconds);
        return response;
    }
}
