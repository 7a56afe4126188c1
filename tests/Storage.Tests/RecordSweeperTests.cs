using ClickUpMcp.Storage.Memory;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests;

/// <summary>What is expired is also removed, whether or not anybody asks for it.</summary>
public sealed class RecordSweeperTests
{
    private static readonly RecordKind Kind = new("kind", "Tests.", TimeSpan.FromMinutes(3));

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Sweeps_again_and_again()
    {
        await using WatchedStore store = new(new CheckedRecordStore(new MemoryRecordStore(_time), _time));
        await using RecordSweeper sweeper = new(store, _time, static _ => { });
        for (int round = 0; round < 3; round++)
        {
            Task<int> swept = store.NextSweep;
            await store.TryInsertAsync(new StoredRecord(Kind, "a", default, DateTimeOffset.MaxValue), Stop);

            _time.Advance(RecordSweeper.Every);

            (await swept.WaitAsync(Stop)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_store_that_fails_is_reported_and_swept_again()
    {
        List<string> reports = [];
        await using WatchedStore store = new(new MemoryRecordStore(_time))
        {
            Failure = new StoreException("It is away."),
        };
        await using RecordSweeper sweeper = new(store, _time, failure => reports.Add(failure.Message));
        Task<int> first = store.NextSweep;
        _time.Advance(RecordSweeper.Every);
        await Should.ThrowAsync<StoreException>(first.WaitAsync(Stop));

        store.Failure = null;
        Task<int> second = store.NextSweep;
        _time.Advance(RecordSweeper.Every);

        (await second.WaitAsync(Stop)).ShouldBe(0);
        reports.ShouldBe(["It is away."]);
    }

    [Fact]
    public async Task Stops_when_it_is_disposed()
    {
        await using WatchedStore store = new(new MemoryRecordStore(_time));
        await new RecordSweeper(store, _time, static _ => { }).DisposeAsync();

        _time.ArmedTimers.ShouldBe(0);
    }
}
