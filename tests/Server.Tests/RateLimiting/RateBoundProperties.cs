using ClickUpMcp.RateLimiting;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Random schedules on a manual clock: what holds for every one of them.</summary>
public sealed class RateBoundProperties
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(100_000);

    [Fact]
    [Trait("Promise", "PA-11")]
    public void No_window_holds_more_than_burst_and_rate_and_everybody_is_served_in_order()
    {
        Arbitrary<int[]> scripts = Gen.Choose(0, int.MaxValue).ArrayOf(24).ToArbitrary();
        Check.One(
            Cases,
            Prop.ForAll(
                scripts,
                script =>
                {
                    using Schedule schedule = new(script[0]);
                    return schedule.Play(script.AsSpan(1));
                }
            )
        );
    }

    /// <summary>The other side of the bound: what a bucket of exact fractions would grant is granted.</summary>
    [Fact]
    public void Grants_whatever_an_exact_bucket_grants()
    {
        const int rate = 100;
        long interval = TimeSpan.TicksPerSecond / rate;
        Arbitrary<int[]> scripts = Gen.Choose(0, int.MaxValue).ArrayOf(16).ToArbitrary();
        Check.One(
            Cases,
            Prop.ForAll(
                scripts,
                script =>
                {
                    ManualTimeProvider time = new();
                    int burst = 1 + (script[0] % 9);
                    using LockFreeRateLimiter limiter = new(
                        new LockFreeRateLimiterOptions
                        {
                            PermitsPerPeriod = rate,
                            Period = TimeSpan.FromSeconds(1),
                            Burst = burst,
                        },
                        time
                    );
                    long bucket = burst * interval;
                    foreach (int step in script)
                    {
                        int permits = 1 + (step % burst);
                        bool expected = bucket >= permits * interval;
                        bucket -= expected ? permits * interval : 0;
                        if (limiter.AttemptAcquire(permits).IsAcquired != expected)
                        {
                            return false;
                        }

                        long pass = (step >> 8) % (2 * interval);
                        bucket = Math.Min(burst * interval, bucket + pass);
                        time.Advance(TimeSpan.FromTicks(pass));
                    }

                    return true;
                }
            )
        );
    }
}
