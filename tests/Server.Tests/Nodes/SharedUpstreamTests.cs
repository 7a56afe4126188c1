using ClickUpMcp.Sandbox;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>Several nodes with one ClickUp token: the whole chain of each, a store that they share, and a ClickUp that counts by the minute.</summary>
public sealed class SharedUpstreamTests : IAsyncDisposable
{
    private const int PerMinute = 100;
    private const int Callers = 8;

    private readonly ITestOutputHelper _output;
    private readonly ManualTimeProvider _time = new();
    private readonly FragileStore _store;
    private readonly CountingClickUp _clickUp;
    private readonly List<(LogLevel Level, string Text)> _log = [];

    public SharedUpstreamTests(ITestOutputHelper output)
    {
        _output = output;
        _store = new FragileStore(new CheckedRecordStore(new MemoryRecordStore(_time), _time));
        _clickUp = new CountingClickUp(
            new SandboxServer(new SandboxOptions { RequestsPerMinute = PerMinute }, _time),
            new Random(1),
            _time
        );
    }

    public ValueTask DisposeAsync()
    {
        _clickUp.Dispose();
        return _store.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public void Nodes_together_use_the_budget_within_two_percent_and_none_is_refused(int count)
    {
        Run(count, minutes: 5, static _ => Task.CompletedTask);

        _output.WriteLine($"{count} nodes: {string.Join(' ', _clickUp.Windows)}, {_clickUp.Refused} refused");
        _clickUp.Refused.ShouldBe(0);
        // The last window is not over.
        _clickUp.Windows.SkipLast(1).ShouldAllBe(static used => used >= PerMinute * 0.98 && used <= PerMinute);
    }

    [Fact]
    public void Each_node_gets_its_part()
    {
        IReadOnlyList<Node> nodes = Run(4, minutes: 5, static _ => Task.CompletedTask);

        nodes.ShouldAllBe(node => node.Served > PerMinute * 5 / 4 * 0.9);
    }

    [Fact]
    public void A_killed_node_takes_no_more_with_it_than_one_permit()
    {
        Run(
            3,
            minutes: 5,
            async nodes =>
            {
                for (int i = 0; i < 2; i++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(75), _time);
                    nodes[i].Kill();
                }
            }
        );

        _output.WriteLine(string.Join(' ', _clickUp.Windows));
        _clickUp.Refused.ShouldBe(0);
        _clickUp.Windows.SkipLast(1).ShouldAllBe(static used => used >= (PerMinute * 0.98) - 2 && used <= PerMinute);
    }

    [Theory]
    [InlineData(2, 90)]
    [InlineData(5, 80)]
    public void Without_the_store_each_node_keeps_to_its_share_until_it_is_back(int count, int least)
    {
        Run(
            count,
            minutes: 9,
            async nodes =>
            {
                await Task.Delay(TimeSpan.FromSeconds(150), _time);
                _store.IsLost = true;
                await Task.Delay(TimeSpan.FromSeconds(200), _time);
                _store.IsLost = false;
            }
        );

        _output.WriteLine($"{string.Join(' ', _clickUp.Windows)}, {_clickUp.Refused} refused");
        _clickUp.Refused.ShouldBe(0);
        _clickUp.Windows.ShouldAllBe(static used => used <= PerMinute);
        _clickUp.Windows.SkipLast(1).ShouldAllBe(used => used >= least, "no call waits for the store");
        _log.Count(static line => line.Level == LogLevel.Error).ShouldBe(count, "once for each node");
        _log.Count(static line => line.Level == LogLevel.Information).ShouldBe(count);
        _log[0].Text.ShouldContain($"{count} servers");
    }

    [Fact]
    public void A_node_that_idled_knows_what_the_others_have_used()
    {
        VirtualLoop.Run(
            _time,
            async () =>
            {
                await using Node busy = await StartAsync();
                await using Node idle = await StartAsync();
                Task working = busy.WorkAsync(Callers, () => idle.Served > 0);
                while (busy.Served < PerMinute * 0.98)
                {
                    await Task.Delay(TimeSpan.FromSeconds(0.1), _time);
                }

                Task late = idle.WorkAsync(Callers, () => idle.Served > 0);
                await Task.Delay(TimeSpan.FromSeconds(1), _time);
                _clickUp.Windows.ShouldBe([98]);
                await Task.WhenAll(working, late);
            }
        );

        _clickUp.Windows.Count.ShouldBe(2);
        _clickUp.Refused.ShouldBe(0);
    }

    private IReadOnlyList<Node> Run(int count, int minutes, Func<IReadOnlyList<Node>, Task> meanwhile)
    {
        List<Node> nodes = [];
        VirtualLoop.Run(
            _time,
            async () =>
            {
                for (int i = 0; i < count; i++)
                {
                    nodes.Add(await StartAsync());
                }

                await Task.Delay(TimeSpan.FromSeconds(6), _time);
                Task other = meanwhile(nodes);
                DateTimeOffset end = _time.GetUtcNow().AddMinutes(minutes);
                await Task.WhenAll(nodes.Select(node => node.WorkAsync(Callers, () => _time.GetUtcNow() >= end)));
                await other;
                foreach (Node node in nodes)
                {
                    await node.DisposeAsync();
                }
            }
        );
        return nodes;
    }

    private Task<Node> StartAsync() =>
        Node.StartAsync(_store, _clickUp, _time, (level, text) => _log.Add((level, text)));
}
