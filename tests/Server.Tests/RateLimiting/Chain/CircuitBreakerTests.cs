using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

public class CircuitBreakerTests
{
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

            chain.Gate.Breaker.IsOpen.ShouldBeTrue();
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
        Chain chain = null!;
        chain = new Chain(
            async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(_isDown ? 0 : 3), chain.Time, token);
                return ScriptedHandler.Json(_isDown ? 503 : 200, "{}");
            }
        );
        chain.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await FailAsync(chain, ApiErrorKind.ServerFault);
            }

            _isDown = false;
            await Task.Delay(TimeSpan.FromSeconds(5), chain.Time);
            Task<ClickUpResponse> probe = chain.SendAsync(ClickUpMethod.Post);
            await FailAsync(chain, ApiErrorKind.Unreachable);
            (await probe).Status.ShouldBe(200);
            chain.Gate.Breaker.IsOpen.ShouldBeFalse();
        });
    }

    [Fact]
    public void A_probe_that_its_caller_gives_up_lets_the_next_one_probe()
    {
        LimitCounters counters = new();
        ManualTimeProvider time = new();
        CircuitBreaker breaker = new(new CircuitBreakerOptions { Failures = 1 }, counters, time);
        breaker.TryEnter(out _).ShouldBeTrue();
        breaker.Failed();
        breaker.TryEnter(out TimeSpan retryAfter).ShouldBeFalse();
        retryAfter.ShouldBe(TimeSpan.FromSeconds(5));
        time.Advance(retryAfter);
        breaker.TryEnter(out _).ShouldBeTrue();
        breaker.TryEnter(out _).ShouldBeFalse();
        breaker.Abandoned();
        breaker.TryEnter(out _).ShouldBeTrue();
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
        chain.Gate.Breaker.IsOpen.ShouldBeFalse();
    }

    private static async Task<ClickUpApiException> FailAsync(Chain chain, ApiErrorKind kind)
    {
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(chain.SendAsync(ClickUpMethod.Post));
        error.Kind.ShouldBe(kind);
        return error;
    }
}
