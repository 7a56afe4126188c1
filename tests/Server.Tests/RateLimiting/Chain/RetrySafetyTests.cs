using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>How often ClickUp sees a request, by its method and by what goes wrong each time.</summary>
public class RetrySafetyTests
{
    /// <summary>What goes wrong, attempts of a GET, attempts of anything else.</summary>
    private static readonly (string Fault, int Get, int Write)[] Table =
    [
        ("429 twice", 3, 3),
        ("no name", 3, 3),
        ("no connection", 3, 3),
        ("no TLS", 3, 3),
        ("no tunnel", 3, 3),
        ("connect timeout", 3, 3),
        ("502", 3, 1),
        ("503", 3, 1),
        ("504", 3, 1),
        ("cut", 3, 1),
        ("hang", 3, 1),
        ("500", 1, 1),
        ("400", 1, 1),
        ("401", 1, 1),
        ("too large", 1, 1),
    ];

    public static TheoryData<string, string, int> Cases()
    {
        TheoryData<string, string, int> cases = [];
        foreach ((string fault, int get, int write) in Table)
        {
            foreach (string method in Enum.GetNames<ClickUpMethod>())
            {
                cases.Add(method, fault, method == nameof(ClickUpMethod.Get) ? get : write);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Promise", "PA-12")]
    public void PA_12_only_what_cannot_happen_twice_is_repeated(string method, string fault, int attempts)
    {
        int seen = 0;
        Chain chain = new((_, token) => FailAsync(fault, ++seen, token));
        chain.Run(async () =>
        {
            Task<ClickUpResponse> call = chain.SendAsync(Enum.Parse<ClickUpMethod>(method), new TestCall(chain.Time));
            if (fault == "429 twice")
            {
                (await call).Status.ShouldBe(200);
            }
            else
            {
                await Should.ThrowAsync<ClickUpApiException>(call);
            }
        });

        seen.ShouldBe(attempts);
        Enum.GetValues<RetryReason>().Sum(chain.Counters.Retries).ShouldBe(attempts - 1);
        chain.Counters.Requests.ShouldBe(attempts, "each attempt takes a permit");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_is_repeated_once_the_time_of_the_call_is_over(string method, string fault, int attempts)
    {
        Chain chain = null!;
        int seen = 0;
        chain = new Chain(
            async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(2), chain.Time, token);
                return await FailAsync(fault, ++seen, token);
            }
        );
        chain.Run(async () =>
            await Should.ThrowAsync<ClickUpApiException>(
                chain.SendAsync(Enum.Parse<ClickUpMethod>(method), new TestCall(chain.Time, seconds: 1))
            )
        );
        attempts.ShouldBeGreaterThan(0);
        chain.Arrivals.Count.ShouldBe(1);
    }

    private static async Task<HttpResponseMessage> FailAsync(string fault, int attempt, CancellationToken token)
    {
        switch (fault)
        {
            case "429 twice":
                return ScriptedHandler.Json(attempt > 2 ? 200 : 429, "{}");
            case "no name":
                throw new HttpRequestException(HttpRequestError.NameResolutionError);
            case "no connection":
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case "no TLS":
                throw new HttpRequestException(HttpRequestError.SecureConnectionError);
            case "no tunnel":
                throw new HttpRequestException(HttpRequestError.ProxyTunnelError);
            case "connect timeout":
                throw new TaskCanceledException();
            case "cut":
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            case "too large":
                throw new ResponseTooLargeException();
            case "hang":
                await new TaskCompletionSource().Task.WaitAsync(token);
                throw new InvalidOperationException();
            default:
                return ScriptedHandler.Json(int.Parse(fault), "{}");
        }
    }
}
