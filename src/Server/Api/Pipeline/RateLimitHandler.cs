using System.Net;
using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>Lets a request go when its credential's budget allows it, and learns the budget from each response.</summary>
/// <remarks>Every attempt comes through here, so a retry takes a new permit. A 429 closes the budget until its reset.</remarks>
internal sealed class RateLimitHandler(
    UpstreamGate gate,
    UInt128 credential,
    RateLimitNames names,
    TimeProvider time,
    HttpMessageHandler inner
) : DelegatingHandler(inner)
{
    /// <summary>After so long the caller is told that it waits, and the wait is judged anew.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(2);

    /// <exception cref="ClickUpApiException">The wait does not fit into the call.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            UpstreamLimiter limiter = gate.LimiterOf(credential);
            using RateLimitLease lease = await AcquireAsync(limiter, SendContext.Of(request), cancellationToken);
            if (lease.IsAcquired)
            {
                gate.Counters.CountRequest();
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                Learn(limiter, response, SendContext.Of(request));
                return response;
            }

            if (!limiter.IsRetired)
            {
                throw UpstreamRefusals.WaitTooLong(limiter.EstimateDelay(), gate.Counters);
            }
        }
    }

    private ValueTask<RateLimitLease> AcquireAsync(
        UpstreamLimiter limiter,
        SendContext context,
        CancellationToken cancellationToken
    )
    {
        RateLimitLease lease = limiter.AttemptAcquire();
        return lease.IsAcquired || limiter.IsRetired
            ? new ValueTask<RateLimitLease>(lease)
            : new ValueTask<RateLimitLease>(WaitAsync(limiter, context, cancellationToken));
    }

    /// <summary>Waits, tells the caller, and gives up at once when others or the server have taken too much.</summary>
    private async Task<RateLimitLease> WaitAsync(
        UpstreamLimiter limiter,
        SendContext context,
        CancellationToken cancellationToken
    )
    {
        TimeSpan delay = limiter.EstimateDelay();
        if (!context.Fits(delay))
        {
            throw UpstreamRefusals.WaitTooLong(delay, gate.Counters);
        }

        if (!limiter.IsShared || delay > TimeSpan.Zero)
        {
            gate.Counters.CountWait();
        }

        long start = time.GetTimestamp();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<RateLimitLease> lease = limiter.AcquireAsync(1, end.Token).AsTask();
        try
        {
            while (await Task.WhenAny(lease, Task.Delay(Notice, time, end.Token)) != lease)
            {
                cancellationToken.ThrowIfCancellationRequested();
                context.Waiting(limiter.EstimateDelay());
                delay = limiter.ShortestDelay();
                if (!context.Fits(delay))
                {
                    throw UpstreamRefusals.WaitTooLong(delay, gate.Counters);
                }
            }

            return await lease;
        }
        catch
        {
            // It may be granted at this very moment: whoever holds it then must not be nobody.
            end.Cancel();
            await GiveBackAsync(lease);
            throw;
        }
        finally
        {
            TimeSpan waited = time.GetElapsedTime(start);
            gate.Counters.CountWaited(waited);
            context.Waited(waited);
            end.Cancel();
        }
    }

    private static async Task GiveBackAsync(Task<RateLimitLease> lease)
    {
        await ((Task)lease).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
        );
        if (lease.IsCompletedSuccessfully)
        {
            (await lease).Dispose();
        }
    }

    private void Learn(UpstreamLimiter limiter, HttpResponseMessage response, SendContext context)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (RateLimitHeaders.TryRead(response.Headers, names, now, out RateLimitHeaders budget))
        {
            limiter.Observe(budget.Limit, budget.Remaining, budget.Reset);
        }

        if (limiter.PerMinute is { } pace)
        {
            context.Paced(pace);
        }

        TimeSpan told = RateLimitReset.DelayOf(response, names, now);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            gate.Counters.CountRateLimited();
            context.RetryAfter = limiter.Refused(told);
            return;
        }

        limiter.Accepted();
        if (response.Headers.RetryAfter is not null)
        {
            limiter.CloseUntil(now + told);
        }
    }
}
