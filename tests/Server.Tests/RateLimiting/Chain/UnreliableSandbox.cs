using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>A sandbox behind a bad network: answers late, and some requests fail before or after they were executed.</summary>
internal sealed class UnreliableSandbox(SandboxServer sandbox, bool refuses, Random random, TimeProvider time)
    : DelegatingHandler(new SandboxMessageHandler(sandbox))
{
    private readonly Lock _gate = new();

    /// <summary>The clock at each request.</summary>
    public List<long> Arrivals { get; } = [];

    /// <summary>Answers with 429 that the sandbox gave by itself.</summary>
    public int OwnRefusals { get; private set; }

    /// <summary>The names of the tasks in the order in which they were created.</summary>
    public List<string> Created { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        // The time zone is asked for once, before all else: a call that fails for it says nothing of the limiter.
        if (request.RequestUri!.AbsolutePath == "/api/v2/user")
        {
            return await ExecuteAsync(request, cancellationToken);
        }

        (int dice, double latency) = Arrive();
        await Task.Delay(TimeSpan.FromSeconds(latency), time, cancellationToken);
        switch (dice)
        {
            case < 20:
                return ScriptedHandler.Json(new[] { 500, 502, 503, 504 }[dice % 4], "{}");
            case < 35:
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            case < 45:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case < 50:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
                break;
            case < 70 when refuses:
                return Refuse();
        }

        HttpResponseMessage response = await ExecuteAsync(request, cancellationToken);
        switch (dice)
        {
            case >= 70 and < 85:
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            case >= 85 and < 90:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
                break;
        }

        return response;
    }

    private (int Dice, double Latency) Arrive()
    {
        lock (_gate)
        {
            Arrivals.Add(time.GetTimestamp());
            return (random.Next(1_000), 0.1 + (random.NextDouble() * 0.4));
        }
    }

    private HttpResponseMessage Refuse()
    {
        HttpResponseMessage response = ScriptedHandler.Json(429, """{"err":"Rate limit reached","ECODE":"APP_002"}""");
        response.Headers.TryAddWithoutValidation("Retry-After", $"{random.Next(1, 5)}");
        return response;
    }

    private async Task<HttpResponseMessage> ExecuteAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string? name = request.Method == HttpMethod.Post ? await NameAsync(request.Content!) : null;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        lock (_gate)
        {
            OwnRefusals += (int)response.StatusCode == 429 ? 1 : 0;
            if (name is not null && response.IsSuccessStatusCode)
            {
                Created.Add(name);
            }
        }

        return response;
    }

    private static async Task<string?> NameAsync(HttpContent content)
    {
        using JsonDocument body = JsonDocument.Parse(await content.ReadAsByteArrayAsync());
        return body.RootElement.TryGetProperty("name", out JsonElement name) ? name.GetString() : null;
    }
}
