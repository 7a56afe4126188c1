using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>A server that counts in windows of its own, a token that others use too, and responses that take a while.</summary>
public sealed class SharedTokenSimulationTests(ITestOutputHelper output)
{
    private const int Minutes = 60;
    private const int StepMilliseconds = 10;

    /// <summary>Six in flight, 0.2 s there and 0.2 s back, more calls waiting than the limit allows.</summary>
    [Theory]
    [InlineData(100, 0)]
    [InlineData(100, 30)]
    [InlineData(100, 70)]
    [InlineData(600, 0)]
    [InlineData(600, 300)]
    public void The_budget_is_used_and_hardly_ever_overdrawn(int limit, int othersPerMinute)
    {
        ManualTimeProvider time = new();
        using LockFreeRateLimiter limiter = new(
            new LockFreeRateLimiterOptions { PermitsPerPeriod = 100, Burst = 5 },
            time
        );
        Random random = new(limit + othersPerMinute);
        Queue<(long At, Action Do)> toServer = [];
        Queue<(long At, Action Do)> toUs = [];
        DateTimeOffset reset = time.GetUtcNow().AddSeconds(17);
        int remaining = limit;
        int inFlight = 0;
        int sent = 0;
        int refused = 0;
        int served = 0;

        void Serve()
        {
            bool accepted = remaining > 0;
            remaining -= accepted ? 1 : 0;
            (int left, DateTimeOffset until) = (remaining, reset);
            toUs.Enqueue(
                (
                    Due(time),
                    () =>
                    {
                        inFlight--;
                        served += accepted ? 1 : 0;
                        refused += accepted ? 0 : 1;
                        limiter.Observe(limit, left, until, inFlight);
                    }
                )
            );
        }

        for (int step = 0; step < Minutes * 60_000 / StepMilliseconds; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(StepMilliseconds));
            if (time.GetUtcNow() >= reset)
            {
                remaining = limit;
                reset += TimeSpan.FromMinutes(1);
            }

            if (remaining > 0 && random.NextDouble() < othersPerMinute * StepMilliseconds / 60_000.0)
            {
                remaining--;
                served++;
            }

            Deliver(toServer, time);
            Deliver(toUs, time);
            while (inFlight < 6 && limiter.AttemptAcquire().IsAcquired)
            {
                inFlight++;
                sent++;
                toServer.Enqueue((Due(time), Serve));
            }
        }

        double used = (double)served / (limit * Minutes);
        double overdrawn = (double)refused / sent;
        output.WriteLine($"| {limit} | {othersPerMinute} | {used:P1} | {overdrawn:P2} |");
        used.ShouldBeGreaterThan(0.95);
        overdrawn.ShouldBeLessThan(0.01);
    }

    private static long Due(TimeProvider time) => time.GetTimestamp() + TimeSpan.FromMilliseconds(200).Ticks;

    private static void Deliver(Queue<(long At, Action Do)> queue, TimeProvider time)
    {
        while (queue.TryPeek(out (long At, Action Do) next) && next.At <= time.GetTimestamp())
        {
            queue.Dequeue().Do();
        }
    }
}
