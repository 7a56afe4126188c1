using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>The sandbox with its budget of a minute, after a while each, and what it counted in each of its windows.</summary>
internal sealed class CountingClickUp(SandboxServer sandbox, Random random, TimeProvider time)
    : DelegatingHandler(new SandboxMessageHandler(sandbox))
{
    private readonly SortedDictionary<long, int> _windows = [];

    /// <summary>Requests that it has served in each of its windows, in their order.</summary>
    public IReadOnlyList<int> Windows => [.. _windows.Values];

    /// <summary>Requests that it has refused.</summary>
    public int Refused { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        TimeSpan latency = TimeSpan.FromSeconds(0.05 + (random.NextDouble() * 0.2));
        await Task.Delay(latency, time, cancellationToken);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode == 429)
        {
            Refused++;
        }
        else
        {
            long end = long.Parse(response.Headers.GetValues("X-RateLimit-Reset").Single(), null);
            _windows[end] = _windows.GetValueOrDefault(end) + 1;
        }

        await Task.Delay(latency, time, cancellationToken);
        return response;
    }
}
