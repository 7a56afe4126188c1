using System.Net;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>Two servers on one PostgreSQL, and on one Redis.</summary>
public sealed class NodesTests(StoreServers servers, ITestOutputHelper output)
{
    /// <summary>What ClickUp allows.</summary>
    public const int PerMinute = 100;

    private const int Callers = 6;
    private const long Minute = 60_000;

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task Sessions_and_their_end_and_revocations_are_known_to_both(string kind)
    {
        await using var cluster = await Cluster.StartAsync(await Cluster.AddressAsync(servers, kind));
        using var first = cluster.Client(0, isModern: false);
        await first.InitializeAsync(Limit.Short);
        using var second = cluster.Client(1, isModern: false, first.Session);

        (await StatusAsync(first)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.OK);

        await second.EndAsync(Limit.Short);
        await EventuallyAsync(first, HttpStatusCode.NotFound);

        using var modern = cluster.Client(1, isModern: true);
        (await StatusAsync(modern)).ShouldBe(HttpStatusCode.OK);
        await cluster.AdminAsync("licences", "revoke", cluster.Licence);
        await EventuallyAsync(modern, HttpStatusCode.Unauthorized);
        await EventuallyAsync(first, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task What_a_killed_server_had_goes_on_at_the_other(string kind)
    {
        await using var cluster = await Cluster.StartAsync(await Cluster.AddressAsync(servers, kind));
        using var first = cluster.Client(0, isModern: false);
        await first.InitializeAsync(Limit.Short);
        using var second = cluster.Client(1, isModern: false, first.Session);

        // Disposing kills: SIGKILL where there are signals.
        await cluster.Servers[0].DisposeAsync();

        (await StatusAsync(second)).ShouldBe(HttpStatusCode.OK);
        var reply = await second.CallAsync("get_current_user", "{}", Limit.Short);
        (await McpHttpClient.ReplyAsync(reply, Limit.Short)).IsError.ShouldBeFalse();
    }

    /// <summary>Takes two minutes and more: ClickUp counts by the minute.</summary>
    [Fact]
    public async Task Both_together_keep_to_the_limit_of_ClickUp_within_two_percent_and_a_kill_costs_no_more_than_it_had()
    {
        string[] kinds = ["postgres", "redis"];
        string[] addresses =
        [
            await Cluster.AddressAsync(servers, kinds[0]),
            await Cluster.AddressAsync(servers, kinds[1]),
        ];
        var all = await Task.WhenAll(addresses.Select(LoadAsync));

        foreach (var (kind, (first, second, refused)) in kinds.Zip(all))
        {
            output.WriteLine(
                $"{kind}: {first} and, with a kill, {second} in a minute of {PerMinute}; {refused} refused"
            );
            refused.ShouldBe(0);
            first.ShouldBeInRange((int)(PerMinute * 0.98), PerMinute);
            // What the killed server had on its way, and the one permit that it waited for.
            second.ShouldBeInRange((int)(PerMinute * 0.98) - Callers - 1, PerMinute);
        }
    }

    /// <summary>What ClickUp has served in its first minute and in its second, in which a server is killed, and how many requests it has refused.</summary>
    private static async Task<(int First, int Second, int Refused)> LoadAsync(string address)
    {
        await using var cluster = await Cluster.StartAsync(address);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Limit.Long);
        Task[] working =
        [
            .. Enumerable
                .Range(0, 2 * Callers)
                .Select(i => CallAsync(cluster.Client(i % 2, isModern: true), over.Token)),
        ];
        using PeriodicTimer poll = new(TimeSpan.FromSeconds(1));
        var isKilled = false;
        List<List<(long At, int Status)>> windows;
        do
        {
            await poll.WaitForNextTickAsync(over.Token);
            windows = await WindowsAsync(cluster.ClickUp);
            if (!isKilled && windows.Count > 1 && windows[1].Count > PerMinute / 4)
            {
                await cluster.Servers[0].DisposeAsync();
                isKilled = true;
            }
        } while (windows.Count < 3);

        await over.CancelAsync();
        await Task.WhenAll(working);
        return (
            windows[0].Count,
            windows[1].Count,
            windows.Sum(window => window.Count(request => request.Status == 429))
        );
    }

    /// <summary>Calls again and again, until it is over or the server is gone.</summary>
    private static async Task CallAsync(McpHttpClient client, CancellationToken over)
    {
        using (client)
        {
            try
            {
                while (true)
                {
                    using var reply = await client.CallAsync("get_current_user", "{}", over);
                    await reply.Content.ReadAsStringAsync(over);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // As said.
            }
        }
    }

    /// <summary>The requests in each of ClickUp's windows, which begins with the first request after the one before.</summary>
    private static async Task<List<List<(long At, int Status)>>> WindowsAsync(SandboxProcess clickUp)
    {
        List<List<(long At, int Status)>> windows = [];
        foreach (var request in (await clickUp.LogAsync(Limit.Short)).EnumerateArray())
        {
            var at = request.GetProperty("at").GetInt64();
            if (windows.Count == 0 || at >= windows[^1][0].At + Minute)
            {
                windows.Add([]);
            }

            windows[^1].Add((at, request.GetProperty("status").GetInt32()));
        }

        return windows;
    }

    private static async Task<HttpStatusCode> StatusAsync(McpHttpClient client)
    {
        using var reply = await client.ListAsync(Limit.Short);
        return reply.StatusCode;
    }

    /// <summary>Asks until it is so, for two seconds at most.</summary>
    private static async Task EventuallyAsync(McpHttpClient client, HttpStatusCode expected)
    {
        var deadline = Limit.Of(TimeSpan.FromSeconds(2));
        HttpStatusCode status;
        while ((status = await StatusAsync(client)) != expected && !deadline.IsCancellationRequested) { }
        status.ShouldBe(expected);
    }
}
