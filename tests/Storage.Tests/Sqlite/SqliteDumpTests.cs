using System.Text;
using ClickUpMcp.Storage.Sqlite;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests.Sqlite;

/// <summary>What the bytes of the files tell to who has them and nothing else.</summary>
public sealed class SqliteDumpTests : IDisposable
{
    private const int Records = 600;
    private static readonly RecordKind Kind = new("token", "Tests.", TimeSpan.FromDays(1));

    private readonly TestFolder _folder = new();
    private readonly RecordSealer _sealer = new(MasterKeys.OfProcess());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_sealed_value_is_in_any_byte()
    {
        await using (SqliteRecordStore store = new(_folder.File("store.db"), TimeProvider.System))
        {
            for (int i = 0; i < Records; i++)
            {
                byte[] value = _sealer.Seal(Kind, $"key-{i}", Canary($"secret-canary-{i}", i));
                await InsertAsync(store, $"key-{i}", value, "owner");
            }

            await InsertAsync(store, "in-clear", Canary("clear-canary", 10), "owner");
            Contains("secret-canary").ShouldBeFalse();
            Contains("clear-canary").ShouldBeTrue("the search finds what is there");
        }

        Contains("secret-canary").ShouldBeFalse();
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task Of_an_erased_person_no_byte_is_left_in_any_file()
    {
        await using SqliteRecordStore store = new(_folder.File("store.db"), TimeProvider.System);
        Random random = new(7);
        for (int i = 0; i < Records; i++)
        {
            string owner = OwnerId.Of($"{i % 20}");
            await InsertAsync(
                store,
                $"key-{random.Next()}-of-{owner}",
                Canary($"mark-of-{owner}", random.Next(3000)),
                owner
            );
            await store.CountAsync(Kind, $"{i}-of-{owner}", 1, null, InAnHour, owner, Stop);
            if (i % 7 == 0)
            {
                // Rewritten and removed rows leave copies in pages that were split and merged.
                StoredRecord last = (await store.ListAsync(new RecordQuery(Kind) { Owner = owner, Count = 1 }, Stop))[
                    0
                ];
                await store.TryReplaceAsync(last with { Value = Canary($"mark-of-{owner}", random.Next(9000)) }, Stop);
            }
        }

        for (int i = 0; i < 20; i += 2)
        {
            Contains(OwnerId.Of($"{i}")).ShouldBeTrue();
            (await store.EraseAsync(OwnerId.Of($"{i}"), Stop)).ShouldBe(Records / 20 * 2);
            Contains(OwnerId.Of($"{i}")).ShouldBeFalse($"person {i}");
        }

        Contains(OwnerId.Of("1")).ShouldBeTrue();
    }

    [Fact]
    [Trait("Promise", "PB-07")]
    public async Task What_was_swept_is_in_no_byte_either()
    {
        ManualTimeProvider time = new();
        await using SqliteRecordStore store = new(_folder.File("store.db"), time);
        StoredRecord record = new(Kind, "key", Canary("swept-canary", 500), time.GetUtcNow().AddSeconds(1));
        await store.TryInsertAsync(record, Stop);
        Contains("swept-canary").ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(1));

        await store.SweepAsync(Stop);

        Contains("swept-canary").ShouldBeFalse();
    }

    private static DateTimeOffset InAnHour => TimeProvider.System.GetUtcNow().AddHours(1);

    private static byte[] Canary(string text, int more) => [.. Encoding.ASCII.GetBytes(text), .. new byte[more]];

    private static async Task InsertAsync(SqliteRecordStore store, string key, byte[] value, string owner) =>
        (
            await store.TryInsertAsync(
                new StoredRecord(Kind, key, value, InAnHour) { Owner = owner, Alias = $"alias of {key}" },
                Stop
            )
        ).ShouldBeTrue();

    private bool Contains(string text) =>
        Directory
            .EnumerateFiles(_folder.Path)
            .Any(file => Bytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0);

    private static byte[] Bytes(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
