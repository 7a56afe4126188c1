using ClickUpMcp.Driver.Stores;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>The budget that nodes share, in each kind of store that they can share, on a clock that the test moves.</summary>
public sealed class StoredBudgetsTests(StoreServers servers)
{
    private const int Nodes = 3;
    private const int PerWindow = 98;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly BudgetTerms Terms = new(100, Minute, Burst: 20, PerWindow);

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task Nodes_together_spend_what_a_minute_has_and_no_permit_more(string kind)
    {
        string address = await AddressAsync(kind);
        List<DateTimeOffset> spent = [];
        await WithNodesAsync(
            address,
            async nodes =>
            {
                DateTimeOffset end = _time.GetUtcNow() + (3 * Minute);
                DateTimeOffset?[] due = new DateTimeOffset?[Nodes];
                while (_time.GetUtcNow() < end)
                {
                    // All ask at once: whose turn it is, the store decides.
                    await Task.WhenAll(Enumerable.Range(0, Nodes).Select(AskAsync));
                    int first = Array.IndexOf(due, due.Min());
                    TimeSpan wait = due[first]!.Value - _time.GetUtcNow();
                    _time.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
                    spent.Add(due[first]!.Value);
                    due[first] = null;
                }

                async Task AskAsync(int node) => due[node] ??= await LeaseAsync(nodes[node]);
            }
        );

        DateTimeOffset start = spent[0];
        int[] windows = [.. Enumerable.Range(0, 3).Select(i => spent.Count(at => IsIn(at, start + (i * Minute))))];
        windows.ShouldBe([PerWindow, PerWindow, PerWindow]);
        spent.Count(at => at == start).ShouldBe(Terms.Burst);

        static bool IsIn(DateTimeOffset at, DateTimeOffset begin) => at >= begin && at < begin + Minute;
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task A_node_that_dies_with_a_lease_costs_that_permit_and_no_time(string kind) =>
        await WithNodesAsync(
            await AddressAsync(kind),
            async nodes =>
            {
                DateTimeOffset start = _time.GetUtcNow();
                for (int i = 0; i < Terms.Burst; i++)
                {
                    (await LeaseAsync(nodes[0])).ShouldBe(start);
                }

                // It is due after one interval, and nobody spends it.
                (await LeaseAsync(nodes[0])).ShouldBe(start + TimeSpan.FromMilliseconds(600));
                (await LeaseAsync(nodes[1])).ShouldBe(start + TimeSpan.FromMilliseconds(1200));
                (await LeaseAsync(nodes[2])).ShouldBe(start + TimeSpan.FromMilliseconds(1800));
            }
        );

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task What_one_node_is_told_holds_for_all(string kind) =>
        await WithNodesAsync(
            await AddressAsync(kind),
            async nodes =>
            {
                DateTimeOffset start = _time.GetUtcNow();
                DateTimeOffset until = start.AddSeconds(30);
                await nodes[0].ReportAsync(1, Terms, default(BudgetReport).WithClosure(until));
                (await LeaseAsync(nodes[1])).ShouldBe(until);
                (await nodes[1].LeaseAsync(2, Terms, default, Stop)).ShouldBe(
                    start,
                    "another token has its own budget"
                );
            }
        );

    [Theory]
    [InlineData("postgres")]
    [InlineData("redis")]
    public async Task A_lost_store_leaves_each_node_its_share(string kind)
    {
        await using IAsyncDisposable? server = await StartOwnAsync(kind);
        string address = server switch
        {
            PostgresServer postgres => postgres.Url("postgres"),
            RedisServer redis => redis.Url(0),
            _ => throw new InvalidOperationException(),
        };
        await WithNodesAsync(
            address,
            async nodes =>
            {
                (await LeaseAsync(nodes[2])).ShouldNotBeNull();
                await (server is PostgresServer postgres ? postgres.StopAsync() : ((RedisServer)server).StopAsync());
                (await LeaseAsync(nodes[2])).ShouldBeNull();
                nodes[2].Nodes.ShouldBe(Nodes);
            }
        );
    }

    private async Task WithNodesAsync(string address, Func<StoredBudgets[], Task> body)
    {
        List<IRecordStore> stores = [];
        List<NodeDirectory> directories = [];
        StoredBudgets[] nodes = new StoredBudgets[Nodes];
        try
        {
            for (int i = 0; i < Nodes; i++)
            {
                stores.Add(await StoreFactory.OpenAsync(address, _time, Stop));
                directories.Add(await NodeDirectory.JoinAsync(stores[i], _time, static (_, _) => { }, Stop));
                nodes[i] = new StoredBudgets(stores[i], directories[i], _time);
            }

            await body(nodes);
        }
        finally
        {
            foreach (NodeDirectory directory in directories)
            {
                await directory.DisposeAsync();
            }

            foreach (IRecordStore store in stores)
            {
                await store.DisposeAsync();
            }
        }
    }

    private static async Task<DateTimeOffset?> LeaseAsync(StoredBudgets node) =>
        await node.LeaseAsync(1, Terms, default, Stop);

    private async Task<string> AddressAsync(string kind)
    {
        if (kind == "redis")
        {
            RedisServer redis = await servers.RedisAsync();
            return redis.Url(redis.NextDatabase());
        }

        PostgresServer postgres = await servers.PostgresAsync();
        return postgres.Url(await postgres.CreateDatabaseAsync(Stop));
    }

    /// <summary>A server that only this test stops.</summary>
    private async Task<IAsyncDisposable> StartOwnAsync(string kind)
    {
        if (kind == "redis")
        {
            await servers.RedisAsync();
            return await RedisServer.StartAsync([], Stop);
        }

        await servers.PostgresAsync();
        return await PostgresServer.StartAsync(Stop);
    }
}
