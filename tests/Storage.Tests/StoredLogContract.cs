using System.Text;

namespace ClickUpMcp.Storage.Tests;

/// <summary>What a log in any store owes.</summary>
public abstract class StoredLogContract : RecordStoreContract
{
    private static readonly RecordKind Places = new("contract-place", "Tests.", TimeSpan.FromDays(90));
    private static readonly RecordKind OtherPlaces = new("other-place", "Tests.", TimeSpan.FromDays(90));

    [Fact]
    public async Task Entries_of_several_writers_stand_in_the_order_in_which_they_were_added()
    {
        (await Log().LastAsync(Stop)).ShouldBeNull();
        StoredLog[] writers = [Log(), Log(), Log()];
        for (int i = 0; i < 30; i++)
        {
            await writers[i * i % 3].AppendAsync(Entry($"{i}"), Stop);
            Text((await Log().LastAsync(Stop))!.Value).ShouldBe($"{i}");
        }

        (await ReadAsync()).ShouldBe(Enumerable.Range(0, 30).Select(static i => $"{i}"));
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing_and_keep_their_own_order()
    {
        StoredLog[] writers = [Log(), Log(), Log()];

        await Task.WhenAll(
            writers.Select(
                (log, writer) =>
                    Task.Run(
                        async () =>
                        {
                            for (int i = 0; i < 20; i++)
                            {
                                await log.AppendAsync(Entry($"{writer}:{i:d2}"), Stop);
                            }
                        },
                        Stop
                    )
            )
        );

        string[] all = await ReadAsync();
        all.Length.ShouldBe(60);
        foreach (IGrouping<char, string> own in all.GroupBy(static entry => entry[0]))
        {
            own.ShouldBe(own.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(60_000)]
    public async Task The_newest_are_kept_as_far_as_they_fit(int length)
    {
        const int Bytes = 200_000;
        StoredLog log = Log(new StoredLogLimits(Bytes, TimeSpan.Zero));
        int count = length == 1 ? 50 : (Bytes / length * 2) + 3;
        for (int i = 0; i < count; i++)
        {
            await log.AppendAsync(Entry($"{i}".PadRight(length, '.')), Stop);
            await log.WhenTrimmedAsync();
        }

        string[] kept = await ReadAsync();
        kept.Sum(static entry => entry.Length).ShouldBeLessThanOrEqualTo(Bytes);
        kept.ShouldBe(Enumerable.Range(count - kept.Length, kept.Length).Select(i => $"{i}".PadRight(length, '.')));
        kept.Sum(static entry => entry.Length)
            .ShouldBeGreaterThan(length == 1 ? 50 : Bytes - (Bytes / 16) - (2 * length), "and no more is removed");
    }

    [Fact]
    public async Task A_writer_that_starts_later_removes_what_is_too_much()
    {
        StoredLog before = Log();
        for (int i = 0; i < 100; i++)
        {
            await before.AppendAsync(Entry($"{i:d10}"), Stop);
        }

        StoredLog after = Log(new StoredLogLimits(160, TimeSpan.Zero));
        await after.AppendAsync(Entry("last......"), Stop);
        await after.WhenTrimmedAsync();

        (await ReadAsync()).Length.ShouldBe(15);
    }

    [Fact]
    public async Task What_is_too_old_is_gone()
    {
        StoredLog log = Log(new StoredLogLimits(0, TimeSpan.FromDays(2)));
        await log.AppendAsync(Entry("old"), Stop);
        Clock.Advance(TimeSpan.FromDays(1));
        await log.AppendAsync(Entry("new"), Stop);

        Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await ReadAsync()).ShouldBe(["old", "new"]);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await ReadAsync()).ShouldBe(["new"]);
        Clock.Advance(TimeSpan.FromDays(1));
        (await ReadAsync()).ShouldBeEmpty();
        (await log.LastAsync(Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_the_counter_of_places_was_lost_entries_go_behind_all_others_still()
    {
        StoredLog before = Log();
        for (int i = 0; i < 5; i++)
        {
            await before.AppendAsync(Entry($"before {i}"), Stop);
        }

        StoredLog after = Log(places: OtherPlaces);
        await after.AppendAsync(Entry("after"), Stop);
        // Its places are taken by now, as far as the counter that was lost goes.
        await before.AppendAsync(Entry("before, later"), Stop);

        string[] all = await ReadAsync();
        all[..6].ShouldBe([.. Enumerable.Range(0, 5).Select(static i => $"before {i}"), "after"]);
        all[6..].ShouldBe(["before, later"]);
    }

    [Fact]
    public async Task What_came_there_though_its_writer_heard_of_a_failure_gives_way_to_the_next()
    {
        WatchedStore store = new(Store);
        StoredLog log = new(store, Kind, Places, default, Clock);
        await log.AppendAsync(Entry("first"), Stop);
        store.LosesReplies = true;
        await Should.ThrowAsync<StoreException>(async () => await log.AppendAsync(Entry("lost"), Stop));
        await Should.ThrowAsync<StoreException>(async () => await log.AppendAsync(Entry("lost too"), Stop));
        store.LosesReplies = false;
        await Log().AppendAsync(Entry("another's"), Stop);

        await log.AppendAsync(Entry("second"), Stop);
        await log.AppendAsync(Entry("third"), Stop);

        (await ReadAsync()).ShouldBe(["first", "second", "another's", "third"]);
    }

    private StoredLog Log(StoredLogLimits limits = default, RecordKind? places = null) =>
        new(Store, Kind, places ?? Places, limits, Clock);

    private async Task<string[]> ReadAsync()
    {
        List<string> all = [];
        await foreach (ReadOnlyMemory<byte> entry in Log().ReadAsync(Stop))
        {
            all.Add(Text(entry));
        }

        return [.. all];
    }

    private static byte[] Entry(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> entry) => Encoding.UTF8.GetString(entry.Span);
}
