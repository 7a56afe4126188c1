using System.Text;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests;

/// <summary>What every store owes; each has a class of its own that opens it.</summary>
public abstract class RecordStoreContract : IAsyncLifetime
{
    private protected static readonly RecordKind Kind = new("contract", "Tests.", TimeSpan.FromDays(90));
    private protected static readonly RecordKind OtherKind = new("other-contract", "Tests.", TimeSpan.FromDays(90));

    // Later than any real clock: a store that forgets by a clock of its own must not forget what this one keeps.
    private protected ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected IRecordStore Store { get; private set; } = null!;

    private DateTimeOffset InAnHour => Clock.GetUtcNow() + TimeSpan.FromHours(1);

    /// <summary>Opens the store of this test, empty at first; again, where it is durable, for another node.</summary>
    protected abstract ValueTask<IRecordStore> OpenAsync(TimeProvider time);

    public virtual async ValueTask InitializeAsync() => Store = await OpenCheckedAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Finds_what_was_inserted_with_all_that_belongs_to_it()
    {
        StoredRecord record = Record("a", "value") with { Alias = "second", Owner = "somebody", Group = "grant" };

        (await Store.TryInsertAsync(record, Stop)).ShouldBeTrue();

        ShouldBe(await Store.FindAsync(Kind, "a", Stop), record with { Version = 1 });
        ShouldBe(await Store.FindByAliasAsync(Kind, "second", Stop), record with { Version = 1 });
        (await Store.FindAsync(Kind, "second", Stop)).ShouldBeNull();
        (await Store.FindByAliasAsync(Kind, "a", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_any_bytes_and_none()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        byte[] most = new byte[CheckedRecordStore.MostValueBytes];
        Random.Shared.NextBytes(most);
        await Store.TryInsertAsync(Record("all") with { Value = all }, Stop);
        await Store.TryInsertAsync(Record("none") with { Value = ReadOnlyMemory<byte>.Empty }, Stop);
        await Store.TryInsertAsync(Record("most") with { Value = most }, Stop);

        (await Store.FindAsync(Kind, "all", Stop))!.Value.ToArray().ShouldBe(all);
        (await Store.FindAsync(Kind, "none", Stop))!.Value.Length.ShouldBe(0);
        (await Store.FindAsync(Kind, "most", Stop))!.Value.Span.SequenceEqual(most).ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_no_hold_on_the_bytes_that_it_was_given()
    {
        byte[] value = [1, 2, 3];
        await Store.TryInsertAsync(Record("a") with { Value = value }, Stop);

        value[0] = 9;

        (await Store.FindAsync(Kind, "a", Stop))!.Value.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Inserts_neither_a_key_nor_an_alias_that_is_taken()
    {
        await Store.TryInsertAsync(Record("a", "first") with { Alias = "x" }, Stop);

        (await Store.TryInsertAsync(Record("a", "again"), Stop)).ShouldBeFalse();
        (await Store.TryInsertAsync(Record("b", "again") with { Alias = "x" }, Stop)).ShouldBeFalse();

        Text(await Store.FindAsync(Kind, "a", Stop)).ShouldBe("first");
        (await Store.FindAsync(Kind, "b", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Each_kind_has_keys_aliases_and_counters_of_its_own()
    {
        await Store.TryInsertAsync(Record("a", "one") with { Alias = "x" }, Stop);
        (await Store.TryInsertAsync(Record("a", "two") with { Kind = OtherKind, Alias = "x" }, Stop)).ShouldBeTrue();
        await CountAsync("a", 3);

        Text(await Store.FindByAliasAsync(OtherKind, "x", Stop)).ShouldBe("two");
        (await Store.TryRemoveAsync(OtherKind, "a", null, Stop)).ShouldBeTrue();
        Text(await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBe("one");
        (await Store.CountAsync(OtherKind, "a", 0, null, InAnHour, null, Stop)).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("'; drop table records; --")]
    [InlineData("%_*?[a]^$")]
    [InlineData("a:b:{c}|d/e\\f\"g\" h ")]
    [InlineData("~ -+=@#,.;<>()&!`")]
    public async Task Keys_are_text_and_nothing_more(string odd)
    {
        await Store.TryInsertAsync(Record("plain", "plain") with { Owner = "o", Group = "g" }, Stop);
        StoredRecord record = Record(odd, "odd") with { Alias = odd, Owner = odd, Group = odd };

        (await Store.TryInsertAsync(record, Stop)).ShouldBeTrue();
        await Store.CountAsync(Kind, odd, 2, 5, InAnHour, odd, Stop);

        ShouldBe(await Store.FindAsync(Kind, odd, Stop), record with { Version = 1 });
        ShouldBe(await Store.FindByAliasAsync(Kind, odd, Stop), record with { Version = 1 });
        (await KeysAsync(new RecordQuery(Kind) { Owner = odd })).ShouldBe([odd]);
        (await KeysAsync(new RecordQuery(Kind) { Group = odd })).ShouldBe([odd]);
        (await Store.EraseAsync(odd, Stop)).ShouldBe(2);
        (await KeysAsync(new RecordQuery(Kind))).ShouldBe(["plain"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("é")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("\u007f")]
    public async Task Refuses_keys_that_some_store_could_not_hold(string key)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Store.FindAsync(Kind, key, Stop));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.FindByAliasAsync(Kind, key, Stop));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryInsertAsync(Record(key), Stop));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryReplaceAsync(Record(key), Stop));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryRemoveAsync(Kind, key, null, Stop));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.EraseAsync(key, Stop));
        await Should.ThrowAsync<ArgumentException>(async () => await CountAsync(key, 1));
        await Should.ThrowAsync<ArgumentException>(async () =>
            await Store.ListAsync(new RecordQuery(Kind) { After = key }, Stop)
        );
    }

    [Fact]
    public async Task Refuses_what_is_too_large()
    {
        string longest = new('k', CheckedRecordStore.MostKeyLength);
        (await Store.TryInsertAsync(Record(longest), Stop)).ShouldBeTrue();
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryInsertAsync(Record(longest + "k"), Stop));
        await Should.ThrowAsync<ArgumentException>(async () =>
            await Store.TryInsertAsync(
                Record("v") with
                {
                    Value = new byte[CheckedRecordStore.MostValueBytes + 1],
                },
                Stop
            )
        );
        await Should.ThrowAsync<ArgumentException>(async () =>
            await Store.ListAsync(new RecordQuery(Kind) { Count = RecordQuery.MostRecords + 1 }, Stop)
        );
        await Should.ThrowAsync<ArgumentException>(async () =>
            await Store.ListAsync(new RecordQuery(Kind) { Count = 0 }, Stop)
        );
    }

    [Fact]
    public async Task Replaces_only_the_version_that_was_read()
    {
        await Store.TryInsertAsync(Record("a", "first") with { Alias = "x", Owner = "o", Group = "g" }, Stop);
        StoredRecord read = (await Store.FindAsync(Kind, "a", Stop))!;
        StoredRecord second = Record("a", "second") with { Alias = "y", Owner = "p", Group = "h", Version = 1 };

        (await Store.TryReplaceAsync(second, Stop)).ShouldBeTrue();
        (await Store.TryReplaceAsync(read with { Value = "lost"u8.ToArray() }, Stop)).ShouldBeFalse();

        ShouldBe(await Store.FindAsync(Kind, "a", Stop), second with { Version = 2 });
        (await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBeNull();
        ShouldBe(await Store.FindByAliasAsync(Kind, "y", Stop), second with { Version = 2 });
        (await KeysAsync(new RecordQuery(Kind) { Owner = "o" })).ShouldBeEmpty();
        (await KeysAsync(new RecordQuery(Kind) { Group = "h" })).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Replaces_nothing_that_is_not_there_and_takes_no_alias_of_another()
    {
        (await Store.TryReplaceAsync(Record("a") with { Version = 1 }, Stop)).ShouldBeFalse();
        (await Store.TryReplaceAsync(Record("a"), Stop)).ShouldBeFalse();
        (await Store.FindAsync(Kind, "a", Stop)).ShouldBeNull();

        await Store.TryInsertAsync(Record("a", "a") with { Alias = "x" }, Stop);
        await Store.TryInsertAsync(Record("b", "b") with { Alias = "y" }, Stop);
        (await Store.TryReplaceAsync(Record("b", "new") with { Alias = "x", Version = 1 }, Stop)).ShouldBeFalse();
        Text(await Store.FindByAliasAsync(Kind, "y", Stop)).ShouldBe("b");
        Text(await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBe("a");
    }

    [Fact]
    public async Task Removes_once_and_only_the_version_that_is_meant()
    {
        await Store.TryInsertAsync(Record("a") with { Alias = "x" }, Stop);
        (await Store.TryRemoveAsync(Kind, "a", 2, Stop)).ShouldBeFalse();
        (await Store.TryRemoveAsync(Kind, "a", 1, Stop)).ShouldBeTrue();
        (await Store.TryRemoveAsync(Kind, "a", null, Stop)).ShouldBeFalse();
        (await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBeNull();

        (await Store.TryInsertAsync(Record("a") with { Alias = "x" }, Stop)).ShouldBeTrue();
        (await Store.FindAsync(Kind, "a", Stop))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_expired_is_gone_from_that_millisecond_on()
    {
        StoredRecord record = Record("a") with { Alias = "x", Owner = "o", Expires = Clock.GetUtcNow().AddSeconds(10) };
        await Store.TryInsertAsync(record, Stop);
        await Store.CountAsync(Kind, "n", 4, 5, record.Expires, "o", Stop);

        Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        (await Store.FindAsync(Kind, "a", Stop)).ShouldNotBeNull();
        (await CountAsync("n", 0)).Total.ShouldBe(4);

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Store.FindAsync(Kind, "a", Stop)).ShouldBeNull();
        (await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBeNull();
        (await KeysAsync(new RecordQuery(Kind))).ShouldBeEmpty();
        (await Store.TryReplaceAsync(record with { Version = 1, Expires = InAnHour }, Stop)).ShouldBeFalse();
        (await Store.TryRemoveAsync(Kind, "a", null, Stop)).ShouldBeFalse();
        (await CountAsync("n", 0)).Total.ShouldBe(0);
        (await Store.EraseAsync("o", Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_and_an_alias_are_free_again_when_their_record_is_expired()
    {
        DateTimeOffset soon = Clock.GetUtcNow().AddSeconds(1);
        await Store.TryInsertAsync(Record("a", "old") with { Alias = "x", Expires = soon }, Stop);
        await Store.TryInsertAsync(Record("b", "old") with { Alias = "y", Expires = soon }, Stop);
        await Store.TryInsertAsync(Record("c", "kept"), Stop);
        Clock.Advance(TimeSpan.FromSeconds(1));

        (await Store.TryInsertAsync(Record("a", "new") with { Alias = "y" }, Stop)).ShouldBeTrue();
        (await Store.TryReplaceAsync(Record("c", "kept") with { Alias = "x", Version = 1 }, Stop)).ShouldBeTrue();

        (await Store.FindAsync(Kind, "a", Stop))!.Version.ShouldBe(1);
        Text(await Store.FindByAliasAsync(Kind, "y", Stop)).ShouldBe("new");
        Text(await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBe("kept");
        await Store.SweepAsync(Stop);
        (await KeysAsync(new RecordQuery(Kind))).ShouldBe(["a", "c"]);
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Nothing_outlives_its_kind()
    {
        RecordKind brief = new("brief", "Tests.", TimeSpan.FromMinutes(5));
        await Store.TryInsertAsync(Record("a") with { Kind = brief, Expires = DateTimeOffset.MaxValue }, Stop);
        await Store.CountAsync(brief, "n", 1, null, InAnHour, null, Stop);
        (await Store.FindAsync(brief, "a", Stop))!.Expires.ShouldBe(Clock.GetUtcNow() + brief.LongestLife);

        Clock.Advance(brief.LongestLife);

        (await Store.FindAsync(brief, "a", Stop)).ShouldBeNull();
        (await Store.CountAsync(brief, "n", 0, null, InAnHour, null, Stop)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_record_that_is_expired_when_it_is_written_is_never_found()
    {
        (await Store.TryInsertAsync(Record("a") with { Expires = Clock.GetUtcNow() }, Stop)).ShouldBeTrue();
        (await Store.FindAsync(Kind, "a", Stop)).ShouldBeNull();

        await Store.TryInsertAsync(Record("b"), Stop);
        (
            await Store.TryReplaceAsync(Record("b") with { Version = 1, Expires = DateTimeOffset.UnixEpoch }, Stop)
        ).ShouldBeTrue();
        (await Store.FindAsync(Kind, "b", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Lists_pages_in_ordinal_order()
    {
        string[] keys = ["a", "B", "A", "b", "~", " ", "aa", "a:1", "10", "9", "_", "-"];
        foreach (string key in keys)
        {
            await Store.TryInsertAsync(Record(key), Stop);
        }

        await Store.TryInsertAsync(Record("c") with { Kind = OtherKind }, Stop);
        List<string> listed = [];
        string? after = null;
        do
        {
            string[] page = await KeysAsync(new RecordQuery(Kind) { After = after, Count = 5 });
            page.Length.ShouldBeLessThanOrEqualTo(5);
            listed.AddRange(page);
            after = page.LastOrDefault();
        } while (after is not null);

        listed.ShouldBe(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lists_by_owner_and_group()
    {
        foreach (string key in (string[])["a1", "a2", "b1", "b2"])
        {
            StoredRecord record = Record(key) with { Owner = $"owner-{key[0]}", Group = $"group-{key[1]}" };
            await Store.TryInsertAsync(record, Stop);
        }

        await Store.TryInsertAsync(Record("c"), Stop);
        (await KeysAsync(new RecordQuery(Kind) { Owner = "owner-a" })).ShouldBe(["a1", "a2"]);
        (await KeysAsync(new RecordQuery(Kind) { Group = "group-2" })).ShouldBe(["a2", "b2"]);
        (await KeysAsync(new RecordQuery(Kind) { Owner = "owner-b", Group = "group-1" })).ShouldBe(["b1"]);
        (await KeysAsync(new RecordQuery(Kind) { Owner = "owner-b", After = "b1" })).ShouldBe(["b2"]);
        (await KeysAsync(new RecordQuery(Kind) { Owner = "nobody" })).ShouldBeEmpty();
        (await KeysAsync(new RecordQuery(OtherKind) { Owner = "owner-a" })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_counter_that_ends_takes_no_record_of_its_key_and_owner_with_it(bool isSwept)
    {
        DateTimeOffset soon = Clock.GetUtcNow() + TimeSpan.FromSeconds(1);
        await Store.TryInsertAsync(Record("a") with { Owner = "somebody", Group = "grant" }, Stop);
        await Store.CountAsync(Kind, "a", 1, null, soon, "somebody", Stop);
        Clock.Advance(TimeSpan.FromSeconds(2));

        if (isSwept)
        {
            await Store.SweepAsync(Stop);
        }
        else
        {
            await Store.CountAsync(Kind, "a", 1, null, InAnHour, "somebody", Stop);
        }

        (await Store.ListAsync(new RecordQuery(Kind) { Owner = "somebody" }, Stop)).ShouldHaveSingleItem();
        (await Store.ListAsync(new RecordQuery(Kind) { Group = "grant" }, Stop)).ShouldHaveSingleItem();
        (await Store.EraseAsync("somebody", Stop)).ShouldBeGreaterThan(0);
        (await Store.FindAsync(Kind, "a", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Counts_up_to_the_limit_and_says_where_it_stands()
    {
        (await CountAsync("n", 3, 5)).ShouldBe(new CountResult(IsCounted: true, 3));
        (await CountAsync("n", 3, 5)).ShouldBe(new CountResult(IsCounted: false, 3));
        (await CountAsync("n", 2, 5)).ShouldBe(new CountResult(IsCounted: true, 5));
        (await CountAsync("n", 1, 5)).ShouldBe(new CountResult(IsCounted: false, 5));
        (await CountAsync("n", 1)).ShouldBe(new CountResult(IsCounted: true, 6));
        (await CountAsync("n", 0, 5)).ShouldBe(new CountResult(IsCounted: true, 6));
        (await CountAsync("n", -1, 2)).ShouldBe(new CountResult(IsCounted: true, 5));
        (await CountAsync("n", -9)).ShouldBe(new CountResult(IsCounted: true, 0));
        (await CountAsync("n", 1, 5)).ShouldBe(new CountResult(IsCounted: true, 1));
        (await CountAsync("m", 1, 0)).ShouldBe(new CountResult(IsCounted: false, 0));
    }

    [Fact]
    public async Task A_counter_lives_as_long_as_its_start_said()
    {
        await CountAsync("n", 0);
        await CountAsync("n", -1);
        await Store.CountAsync(Kind, "n", 1, null, Clock.GetUtcNow().AddMinutes(1), "first", Stop);
        Clock.Advance(TimeSpan.FromSeconds(59));
        await Store.CountAsync(Kind, "n", 1, null, InAnHour, "second", Stop);
        (await Store.EraseAsync("second", Stop)).ShouldBe(0);
        (await CountAsync("n", 0)).Total.ShouldBe(2);

        Clock.Advance(TimeSpan.FromSeconds(1));

        (await CountAsync("n", 1)).ShouldBe(new CountResult(IsCounted: true, 1));
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Erases_a_person_everywhere_and_nobody_else()
    {
        foreach (RecordKind kind in (RecordKind[])[Kind, OtherKind])
        {
            await Store.TryInsertAsync(
                Record("a") with
                {
                    Kind = kind,
                    Alias = "x",
                    Owner = "gone",
                    Group = "g",
                },
                Stop
            );
            await Store.TryInsertAsync(Record("b") with { Kind = kind, Owner = "stays", Group = "g" }, Stop);
            await Store.TryInsertAsync(Record("c") with { Kind = kind }, Stop);
            await Store.CountAsync(kind, "gone", 1, null, InAnHour, "gone", Stop);
            await Store.CountAsync(kind, "stays", 1, null, InAnHour, "stays", Stop);
        }

        (await Store.EraseAsync("gone", Stop)).ShouldBe(4);
        (await Store.EraseAsync("gone", Stop)).ShouldBe(0);

        (await KeysAsync(new RecordQuery(Kind))).ShouldBe(["b", "c"]);
        (await KeysAsync(new RecordQuery(OtherKind) { Group = "g" })).ShouldBe(["b"]);
        (await Store.FindByAliasAsync(Kind, "x", Stop)).ShouldBeNull();
        (await CountAsync("gone", 0)).Total.ShouldBe(0);
        (await CountAsync("stays", 0)).Total.ShouldBe(1);
        (await Store.TryInsertAsync(Record("a") with { Alias = "x" }, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Sweeps_what_is_expired_and_nothing_else()
    {
        DateTimeOffset soon = Clock.GetUtcNow().AddSeconds(1);
        await Store.TryInsertAsync(Record("a") with { Expires = soon }, Stop);
        await Store.TryInsertAsync(Record("b"), Stop);
        await Store.CountAsync(Kind, "m", 1, null, soon, null, Stop);
        await CountAsync("n", 1);
        Clock.Advance(TimeSpan.FromSeconds(1));

        await Store.SweepAsync(Stop);

        (await Store.SweepAsync(Stop)).ShouldBe(0);
        (await KeysAsync(new RecordQuery(Kind))).ShouldBe(["b"]);
        (await CountAsync("n", 0)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_that_remove_at_once_one_is_told_true()
    {
        for (int round = 0; round < 10; round++)
        {
            await Store.TryInsertAsync(Record("a"), Stop);
            bool[] answers = await TogetherAsync(_ => Store.TryRemoveAsync(Kind, "a", null, Stop));
            answers.Count(removed => removed).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Of_many_that_insert_at_once_one_is_told_true()
    {
        bool[] keys = await TogetherAsync(i => Store.TryInsertAsync(Record("a", $"{i}"), Stop));
        bool[] aliases = await TogetherAsync(i => Store.TryInsertAsync(Record($"b{i}") with { Alias = "x" }, Stop));

        keys.Count(inserted => inserted).ShouldBe(1);
        aliases.Count(inserted => inserted).ShouldBe(1);
        Text(await Store.FindAsync(Kind, "a", Stop)).ShouldBe($"{Array.IndexOf(keys, true)}");
    }

    [Fact]
    public async Task No_update_is_lost()
    {
        await Store.TryInsertAsync(Record("sum", "0"), Stop);

        await TogetherAsync(async _ =>
        {
            StoredRecord read;
            do
            {
                read = (await Store.FindAsync(Kind, "sum", Stop))!;
                read = read with { Value = Encoding.ASCII.GetBytes($"{int.Parse(Text(read)!) + 1}") };
            } while (!await Store.TryReplaceAsync(read, Stop));

            return true;
        });

        StoredRecord sum = (await Store.FindAsync(Kind, "sum", Stop))!;
        Text(sum).ShouldBe("16");
        sum.Version.ShouldBe(17);
    }

    [Fact]
    public async Task Many_that_count_at_once_never_pass_the_limit()
    {
        CountResult[] results = await TogetherAsync(_ => CountAsync("n", 3, 25));

        results.Count(result => result.IsCounted).ShouldBe(8);
        results.Max(result => result.Total).ShouldBe(24);
        (await CountAsync("n", 0)).Total.ShouldBe(24);
    }

    [Fact]
    public async Task Writes_nothing_for_those_that_gave_up_before()
    {
        CancellationToken gone = new(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.TryInsertAsync(Record("a"), gone));
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Store.CountAsync(Kind, "n", 1, null, InAnHour, null, gone)
        );
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.FindAsync(Kind, "a", gone));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.CheckAsync(gone));

        (await Store.FindAsync(Kind, "a", Stop)).ShouldBeNull();
        (await CountAsync("n", 0)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Gives_a_sign_of_life()
    {
        await Store.CheckAsync(Stop);
        Store.Name.ShouldBeOneOf("memory", "sqlite", "postgres", "redis");
    }

    private protected static void ShouldBe(StoredRecord? actual, StoredRecord expected) =>
        StoreScript.Show(actual).ShouldBe(StoreScript.Show(expected));

    private protected static string? Text(StoredRecord? record) =>
        record is null ? null : Encoding.UTF8.GetString(record.Value.Span);

    private protected static Task<T[]> TogetherAsync<T>(Func<int, ValueTask<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await act(i))));

    private protected async ValueTask<IRecordStore> OpenCheckedAsync() =>
        new CheckedRecordStore(await OpenAsync(Clock), Clock);

    private protected StoredRecord Record(string key, string value = "") =>
        new(Kind, key, Encoding.UTF8.GetBytes(value), InAnHour);

    private protected ValueTask<CountResult> CountAsync(string key, long amount, long? limit = null) =>
        Store.CountAsync(Kind, key, amount, limit, InAnHour, null, Stop);

    private protected async Task<string[]> KeysAsync(RecordQuery query) =>
        [.. (await Store.ListAsync(query, Stop)).Select(record => record.Key)];
}
