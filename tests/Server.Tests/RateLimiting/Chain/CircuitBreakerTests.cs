using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

public class CircuitBreakerTests
{
    private const string Other = "pk_67890_OTHER";

    private bool _isDown = true;

    [Fact]
    public void A_host_that_is_down_is_spared_and_found_again_by_one_probe()
    {
        Chain chain = new((_, _) => Task.FromResult(ScriptedHandler.Json(_isDown ? 503 : 200, "{}")));
        chain.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await FailAsync(chain, ApiErrorKind.ServerFault);
            }

            chain.Breaker().IsOpen.ShouldBeTrue();
            ClickUpApiException error = await FailAsync(chain, ApiErrorKind.Unreachable);
            error.Next.ShouldBe("Retry in 5 s.");
            chain.Arrivals.Count.ShouldBe(10);

            await Task.Delay(TimeSpan.FromSeconds(5), chain.Time);
            await FailAsync(chain, ApiErrorKind.ServerFault);
            (await FailAsync(chain, ApiErrorKind.Unreachable)).Next.ShouldBe("Retry in 10 s.");
            chain.Arrivals.Count.ShouldBe(11);

            _isDown = false;
            await Task.Delay(TimeSpan.FromSeconds(10), chain.Time);
            await chain.SendAsync(ClickUpMethod.Post);
            await chain.SendAsync(ClickUpMethod.Post);
        });
        chain.Counters.Outages.ShouldBe(1);
        chain.Counters.Refusals(RefusalReason.CircuitOpen).ShouldBe(2);
    }

    [Fact]
    public void While_one_probes_the_others_are_refused()
    {
        Chain chain = SlowOnceItIsUp();
        chain.Run(async () =>
        {
            await OpenAndComeBackAsync(chain);
            Task<ClickUpResponse> probe = chain.SendAsync(ClickUpMethod.Post);
            await FailAsync(chain, ApiErrorKind.Unreachable);
            (await probe).Status.ShouldBe(200);
            chain.Breaker().IsOpen.ShouldBeFalse();
        });
    }

    [Fact]
    public void A_probe_that_its_caller_gives_up_lets_the_next_one_probe()
    {
        LimitCounters counters = new();
        ManualTimeProvider time = new();
        CircuitBreaker breaker = new(new CircuitBreakerOptions { Failures = 1 }, counters, time);
        breaker.TryEnter(out bool early, out _).ShouldBeTrue();
        breaker.TryEnter(out _, out _).ShouldBeTrue();
        breaker.Failed();
        breaker.TryEnter(out _, out TimeSpan retryAfter).ShouldBeFalse();
        retryAfter.ShouldBe(TimeSpan.FromSeconds(5));
        time.Advance(retryAfter);
        breaker.TryEnter(out bool probe, out _).ShouldBeTrue();
        breaker.TryEnter(out _, out _).ShouldBeFalse();

        // It was sent before the circuit opened and ends while another one probes.
        breaker.Abandoned(early);
        breaker.TryEnter(out _, out _).ShouldBeFalse();

        breaker.Abandoned(probe);
        breaker.TryEnter(out _, out _).ShouldBeTrue();
        breaker.Succeeded();
        breaker.IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(400)]
    public void A_response_of_ClickUp_itself_is_no_outage(int status)
    {
        Chain chain = new((_, _) => Task.FromResult(ScriptedHandler.Json(status, "{}")));
        chain.Run(async () =>
        {
            for (int i = 0; i < 30; i++)
            {
                await Should.ThrowAsync<ClickUpApiException>(chain.SendAsync(ClickUpMethod.Post));
            }
        });
        chain.Arrivals.Count.ShouldBe(30);
        chain.Breaker().IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("503")]
    [InlineData("cut")]
    [InlineData("late")]
    public void Requests_of_one_credential_that_fail_lock_out_no_other(string failure)
    {
        Chain chain = null!;
        chain = new Chain(
            async (request, token) =>
            {
                if (request.Headers.GetValues("Authorization").Single() == Other)
                {
                    return ScriptedHandler.Json(200, "{}");
                }

                await Task.Delay(TimeSpan.FromSeconds(failure == "late" ? 40 : 0), chain.Time, token);
                return failure == "503"
                    ? ScriptedHandler.Json(503, "{}")
                    : throw new HttpRequestException(HttpRequestError.ResponseEnded);
            }
        );
        chain.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await Should.ThrowAsync<ClickUpApiException>(chain.SendAsync(ClickUpMethod.Post));
            }

            (await FailAsync(chain, ApiErrorKind.Unreachable)).Next.ShouldStartWith("Retry in ");
            (await chain.SendAsync(ClickUpMethod.Post, token: Other)).Status.ShouldBe(200);
        });
        chain.Arrivals.Count.ShouldBe(11);
        chain.Breaker().IsOpen.ShouldBeTrue();
        chain.Breaker(Other).IsOpen.ShouldBeFalse();
        chain.Gate.Connection.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Where_nobody_can_connect_every_credential_is_told_at_once()
    {
        Chain chain = new((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError));
        chain.Run(async () =>
        {
            while (!chain.Gate.Connection.IsOpen)
            {
                await FailAsync(chain, ApiErrorKind.Unreachable);
            }

            int sent = chain.Arrivals.Count;
            await FailAsync(chain, ApiErrorKind.Unreachable, Other);
            chain.Arrivals.Count.ShouldBe(sent);
        });
        chain.Breaker().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A_probe_whose_caller_hangs_up_leaves_the_circuit_to_the_next_one()
    {
        Chain chain = SlowOnceItIsUp();
        chain.Run(async () =>
        {
            await OpenAndComeBackAsync(chain);
            using CancellationTokenSource caller = new(TimeSpan.FromSeconds(1), chain.Time);
            await Should.ThrowAsync<OperationCanceledException>(
                chain.Client().SendAsync(TestClient.Post, caller.Token).AsTask()
            );
            (await chain.SendAsync(ClickUpMethod.Post)).Status.ShouldBe(200);
        });
        chain.Breaker().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A_response_that_is_too_large_is_no_outage()
    {
        Chain chain = new(
            (_, _) =>
            {
                HttpResponseMessage response = ScriptedHandler.Json(200, "{}");
                response.Content.Headers.ContentLength = long.MaxValue;
                return Task.FromResult(response);
            }
        );
        chain.Run(async () =>
        {
            for (int i = 0; i < 30; i++)
            {
                await FailAsync(chain, ApiErrorKind.Unreadable);
            }
        });
        chain.Arrivals.Count.ShouldBe(30);
    }

    [Fact]
    public void A_credential_with_an_open_circuit_is_not_evicted_until_the_circuit_would_let_it_through()
    {
        ManualTimeProvider time = new();
        CircuitBreaker breaker = new(new CircuitBreakerOptions { Failures = 1 }, new LimitCounters(), time);
        using UpstreamLimiter limiter = new(new UpstreamLimitOptions(), breaker, time);
        breaker.TryEnter(out _, out _).ShouldBeTrue();
        breaker.Failed();
        limiter.TryRetire(TimeSpan.Zero).ShouldBeFalse();
        time.Advance(new CircuitBreakerOptions().LongestOpenFor);
        limiter.TryRetire(TimeSpan.Zero).ShouldBeTrue();
    }

    private Chain SlowOnceItIsUp()
    {
        Chain chain = null!;
        chain = new Chain(
            async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(_isDown ? 0 : 3), chain.Time, token);
                return ScriptedHandler.Json(_isDown ? 503 : 200, "{}");
            }
        );
        return chain;
    }

    /// <summary>Opens the circuit, lets the host come back, and waits until a probe is let through.</summary>
    private async Task OpenAndComeBackAsync(Chain chain)
    {
        for (int i = 0; i < 10; i++)
        {
            await FailAsync(chain, ApiErrorKind.ServerFault);
        }

        _isDown = false;
        await Task.Delay(TimeSpan.FromSeconds(5), chain.Time);
    }

    private static async Task<ClickUpApiException> FailAsync(
        Chain chain,
        ApiErrorKind kind,
        string token = TestClient.Canary
    )
    {
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(
            chain.SendAsync(ClickUpMethod.Post, token: token)
        );
        error.Kind.ShouldBe(kind);
        return error;
    }
}
