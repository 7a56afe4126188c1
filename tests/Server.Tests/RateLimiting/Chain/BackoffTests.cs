using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>A 429 that comes again and again: each pause is longer than the last, whatever the API says of it.</summary>
public sealed class BackoffTests
{
    /// <summary>What a client without progress waits for, less a margin.</summary>
    private const double Unheard = 50;

    public static TheoryData<string> Forms =>
        ["a reset in the past", "a reset of now", "a short Retry-After", "a date in the past"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Pauses_grow_and_the_call_gives_up_in_time_with_the_time_to_come_back(string form)
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(Refusal(chain, form)));
        chain.Run(async () =>
        {
            ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(
                chain.SendAsync(ClickUpMethod.Post, new TestCall(chain.Time, Unheard))
            );
            chain.Now.ShouldBeLessThan(Unheard);
            error.Kind.ShouldBe(ApiErrorKind.RateLimited);
            double left = error.RetryAfter!.Value.TotalSeconds;
            left.ShouldBeGreaterThan(Unheard - chain.Now);
            error.Next!.ShouldContain($"in {Math.Ceiling(left)} s");
        });
        double[] pauses = [.. chain.Arrivals.Zip(chain.Arrivals.Skip(1), static (one, next) => next - one)];
        pauses.Length.ShouldBeInRange(2, 5);
        pauses.Zip(pauses.Skip(1)).ShouldAllBe(static pair => pair.Second >= 2 * pair.First * 0.999);
    }

    [Fact]
    public void The_first_pause_is_what_the_API_says_and_a_success_ends_the_growth()
    {
        Chain chain = null!;
        int[] statuses = [429, 429, 200, 429, 200];
        chain = new Chain(
            (_, _) =>
            {
                HttpResponseMessage response = ScriptedHandler.Json(statuses[chain.Arrivals.Count - 1], "{}");
                response.Headers.TryAddWithoutValidation("Retry-After", response.IsSuccessStatusCode ? null : "3");
                return Task.FromResult(response);
            }
        );
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get, new TestCall(chain.Time));
            await chain.SendAsync(ClickUpMethod.Get, new TestCall(chain.Time));
        });
        (chain.Arrivals[1] - chain.Arrivals[0]).ShouldBe(3, tolerance: 0.01);
        (chain.Arrivals[2] - chain.Arrivals[1]).ShouldBe(6, tolerance: 0.01);
        (chain.Arrivals[4] - chain.Arrivals[3]).ShouldBe(3, tolerance: 0.01);
    }

    [Fact]
    public void Requests_refused_together_are_one_refusal()
    {
        Chain chain = null!;
        List<TaskCompletionSource<HttpResponseMessage>> first = [];
        chain = new Chain(
            (_, _) =>
            {
                if (chain.Arrivals.Count > 5)
                {
                    return Task.FromResult(chain.Budget(100, 50, 30));
                }

                first.Add(new TaskCompletionSource<HttpResponseMessage>());
                return first[^1].Task;
            }
        );
        chain.Run(async () =>
        {
            Task<ClickUpResponse>[] calls =
            [
                .. Enumerable.Range(0, 5).Select(_ => chain.SendAsync(ClickUpMethod.Get, new TestCall(chain.Time))),
            ];
            first.Count.ShouldBe(5);
            first.ForEach(response => response.SetResult(chain.Budget(100, 50, 4, 429)));
            await Task.WhenAll(calls);
        });
        chain.Arrivals[5].ShouldBe(4, tolerance: 0.01);
    }

    [Fact]
    public void The_pause_is_a_minute_at_most_unless_the_API_says_more()
    {
        ManualTimeProvider time = new();
        RefusalBackoff backoff = new(time);
        double[] pauses = [.. Enumerable.Range(0, 10).Select(_ => Refuse(TimeSpan.FromSeconds(1)))];
        pauses.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
        Refuse(TimeSpan.FromSeconds(300)).ShouldBe(300);

        double Refuse(TimeSpan told)
        {
            TimeSpan pause = backoff.Refused(told);
            time.Advance(pause);
            return pause.TotalSeconds;
        }
    }

    private static HttpResponseMessage Refusal(Chain chain, string form)
    {
        if (form.StartsWith("a reset", StringComparison.Ordinal))
        {
            return chain.Budget(100, 0, form == "a reset in the past" ? -30 : 0, 429);
        }

        HttpResponseMessage response = ScriptedHandler.Json(429, "{}");
        response.Headers.TryAddWithoutValidation(
            "Retry-After",
            form == "a short Retry-After" ? "2" : chain.Time.GetUtcNow().AddSeconds(-90).ToString("R")
        );
        return response;
    }
}
