using ClickUpMcp.Storage.Memory;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Storage.Tests;

/// <summary>What every store owes that outlives its process or is shared by several nodes.</summary>
public abstract class DurableStoreContract : StoredLogContract
{
    [Fact]
    public async Task Another_node_finds_what_was_written_at_once()
    {
        await using IRecordStore other = await OpenCheckedAsync();
        Store.IsShared.ShouldBe(Store.Name is "postgres" or "redis");
        StoredRecord record = Record("a", "value") with { Alias = "x", Owner = "o", Group = "g" };
        await Store.TryInsertAsync(record, Stop);
        await CountAsync("n", 2);

        ShouldBe(await other.FindByAliasAsync(Kind, "x", Stop), record with { Version = 1 });
        (await other.TryRemoveAsync(Kind, "a", 1, Stop)).ShouldBeTrue();
        (await other.CountAsync(Kind, "n", 1, 3, record.Expires, null, Stop)).Total.ShouldBe(3);

        (await Store.FindAsync(Kind, "a", Stop)).ShouldBeNull();
        (await CountAsync("n", 1, 3)).IsCounted.ShouldBeFalse();
    }

    [Fact]
    public async Task Is_still_there_when_it_is_opened_again()
    {
        StoredRecord record = Record("a", "value") with { Alias = "x", Owner = "o", Group = "g" };
        await Store.TryInsertAsync(record, Stop);
        await CountAsync("n", 2);
        await Store.DisposeAsync();

        await using IRecordStore again = await OpenCheckedAsync();

        ShouldBe(await again.FindByAliasAsync(Kind, "x", Stop), record with { Version = 1 });
        (await again.CountAsync(Kind, "n", 0, null, record.Expires, null, Stop)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task Nodes_together_remove_once_and_never_pass_a_limit()
    {
        await using IRecordStore other = await OpenCheckedAsync();
        await Store.TryInsertAsync(Record("a"), Stop);

        bool[] removed = await TogetherAsync(i => Node(i).TryRemoveAsync(Kind, "a", null, Stop));
        CountResult[] counted = await TogetherAsync(i =>
            Node(i).CountAsync(Kind, "n", 1, 10, Clock.GetUtcNow().AddHours(1), null, Stop)
        );

        removed.Count(answer => answer).ShouldBe(1);
        counted.Count(answer => answer.IsCounted).ShouldBe(10);

        IRecordStore Node(int i) => i % 2 == 0 ? Store : other;
    }

    /// <summary>The memory store is the model: whatever is asked of both in turn, both answer alike.</summary>
    [Fact]
    public async Task Answers_any_calls_as_the_memory_store_does()
    {
        await using CheckedRecordStore model = new(new MemoryRecordStore(Clock), Clock);
        StoreScript script = new(model, Store, Clock);
        Arbitrary<int[]> steps = Gen.Choose(0, int.MaxValue).ArrayOf(40).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(steps, script.Play));
    }
}
