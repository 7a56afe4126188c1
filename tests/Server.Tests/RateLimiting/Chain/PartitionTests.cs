using System.Diagnostics.Metrics;
using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

public class PartitionTests
{
    [Fact]
    public void A_token_that_is_used_up_does_not_hold_another_one_back()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(100, 0, 50)));
        chain.Run(async () =>
        {
            await chain.SendAsync(ClickUpMethod.Get, token: "pk_1_A");
            await chain.SendAsync(ClickUpMethod.Get, token: "pk_2_B");
            chain.Now.ShouldBe(0);
            await chain.SendAsync(ClickUpMethod.Get, token: "pk_1_A");
            chain.Now.ShouldBe(50);
        });
        chain.Gate.Credentials.ShouldBe(2);
    }

    [Fact]
    public void Two_clients_with_one_token_share_its_budget_however_it_is_written()
    {
        new ClickUpCredentials("Bearer abc").Fingerprint().ShouldBe(new ClickUpCredentials(" abc ").Fingerprint());
        new ClickUpCredentials("abd").Fingerprint().ShouldNotBe(new ClickUpCredentials("abc").Fingerprint());
    }

    [Fact]
    public void An_idle_credential_is_forgotten_and_one_in_use_is_not()
    {
        ManualTimeProvider time = new();
        UpstreamGate gate = new(
            new UpstreamLimitOptions(),
            new LimitCounters(),
            time,
            partitions: new PartitionOptions { Capacity = 2 }
        );
        UpstreamLimiter busy = gate.LimiterOf(1);
        using System.Threading.RateLimiting.RateLimitLease lease = busy.AttemptAcquire();
        gate.LimiterOf(2);
        time.Advance(TimeSpan.FromHours(1));
        gate.LimiterOf(3);
        gate.Credentials.ShouldBe(2);
        gate.LimiterOf(1).ShouldBeSameAs(busy);
        gate.LimiterOf(4).ShouldBeSameAs(gate.LimiterOf(5), "beyond the cap all share one");
    }

    [Fact]
    public void A_05_the_token_is_in_no_metric()
    {
        Chain chain = null!;
        chain = new Chain((_, _) => Task.FromResult(chain.Budget(100, 0, 5, chain.Arrivals.Count == 1 ? 429 : 200)));
        using LimitMeter meter = new(chain.Counters);
        RequestLog<string> seen = new();
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == LimitMeter.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => seen.Add(Show(i, v, tags)));
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => seen.Add(Show(i, v, tags)));
        listener.Start();
        chain.Run(() => chain.SendAsync(ClickUpMethod.Get));
        listener.RecordObservableInstruments();

        seen.ShouldContain("clickup.requests=2 ");
        seen.ShouldContain("clickup.rate_limited=1 ");
        seen.ShouldContain("clickup.waits=1 ");
        seen.ShouldContain("clickup.waited=5 ");
        seen.ShouldContain("clickup.retries=1 reason=RateLimited");
        string.Join('\n', seen).ShouldNotLeak("CANARY");
        $"{new ClickUpCredentials(TestClient.Canary).Fingerprint():x}".ShouldNotLeak("CANARY");
    }

    private static string Show<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name}={value} {string.Join(',', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}";
}
