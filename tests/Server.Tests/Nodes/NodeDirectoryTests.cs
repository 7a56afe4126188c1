using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>How servers that share a store know of each other, and that the store is lost.</summary>
public sealed class NodeDirectoryTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly FragileStore _store;
    private readonly List<LogLevel> _log = [];

    public NodeDirectoryTests() =>
        _store = new FragileStore(new CheckedRecordStore(new MemoryRecordStore(_time), _time));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void Nodes_count_each_other_from_the_first_moment_until_they_leave() =>
        Run(async () =>
        {
            await using NodeDirectory first = await JoinAsync();
            first.Count.ShouldBe(1);
            NodeDirectory second = await JoinAsync();
            second.Count.ShouldBe(2);
            await Task.Delay(NodeDirectory.Every, _time);
            first.Count.ShouldBe(2);
            await second.DisposeAsync();
            await Task.Delay(NodeDirectory.Every, _time);
            first.Count.ShouldBe(1);
        });

    [Fact]
    public void A_node_that_dies_counts_until_its_record_lapses() =>
        Run(async () =>
        {
            await using NodeDirectory first = await JoinAsync();
            StoredRecord dead = new(NodeRecords.Node, "dead", default, _time.GetUtcNow() + NodeDirectory.Life);
            (await _store.TryInsertAsync(dead, CancellationToken.None)).ShouldBeTrue();
            await Task.Delay(NodeDirectory.Life - TimeSpan.FromSeconds(1), _time);
            first.Count.ShouldBe(2);
            await Task.Delay(NodeDirectory.Every + TimeSpan.FromSeconds(1), _time);
            first.Count.ShouldBe(1);
        });

    [Fact]
    public void A_lost_store_is_said_once_and_what_was_known_stays() =>
        Run(async () =>
        {
            await using NodeDirectory first = await JoinAsync();
            await using NodeDirectory second = await JoinAsync();
            await Task.Delay(NodeDirectory.Every, _time);
            _store.IsLost = true;
            await Task.Delay(TimeSpan.FromMinutes(5), _time);
            first.IsLost.ShouldBeTrue();
            first.Count.ShouldBe(2);
            _log.ShouldBe([LogLevel.Error, LogLevel.Error]);

            // Its record has lapsed meanwhile, and is written anew.
            _store.IsLost = false;
            await Task.Delay(NodeDirectory.Every * 2, _time);
            first.IsLost.ShouldBeFalse();
            first.Count.ShouldBe(2);
            _log.Skip(2).ShouldBe([LogLevel.Information, LogLevel.Information]);
        });

    [Fact]
    public void A_server_does_not_start_without_the_store()
    {
        _store.IsLost = true;
        Run(async () =>
        {
            StoreException? error = null;
            try
            {
                await JoinAsync();
            }
            catch (StoreException e)
            {
                error = e;
            }

            error.ShouldNotBeNull();
            _log.ShouldBeEmpty();
        });
    }

    private void Run(Func<Task> body) => VirtualLoop.Run(_time, body);

    private Task<NodeDirectory> JoinAsync() =>
        NodeDirectory.JoinAsync(_store, _time, (level, _) => _log.Add(level), CancellationToken.None);
}
