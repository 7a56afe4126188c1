using System.Security.Cryptography;

namespace ClickUpMcp.Storage.Tests.Crash;

/// <summary>Writes numbered writes to a store in a process of its own, one for each byte that it reads, and says each number once the store has answered.</summary>
internal static class StoreWriter
{
    public const string Word = "write-until-killed";
    public const int Writes = 1000;

    public static readonly RecordKind Kind = new("crash", "Tests.", TimeSpan.FromDays(1));

    /// <summary>The key of the counter to which each write adds 1.</summary>
    public const string Counter = "writes";

    public static string Key(int pair) => $"record-{pair:D4}";

    /// <summary>What write <paramref name="number"/> writes: as long as several pages, and no part of it like another.</summary>
    public static byte[] Content(int number)
    {
        byte[] content = new byte[100 + (number * 37 % 9000)];
        HKDF.Expand(HashAlgorithmName.SHA256, new byte[32], content.AsSpan(0, 100), BitConverter.GetBytes(number));
        for (int i = 100; i < content.Length; i++)
        {
            content[i] = (byte)(content[i - 100] + 1);
        }

        return content;
    }

    public static ValueTask<IRecordStore> OpenAsync(string address) =>
        StoreFactory.OpenAsync(address, TimeProvider.System, CancellationToken.None);

    public static async Task<int> RunAsync(string address, int first)
    {
        await using IRecordStore store = await OpenAsync(address);
        await using StreamWriter output = new(Console.OpenStandardOutput()) { AutoFlush = true };
        await using Stream turns = Console.OpenStandardInput();
        for (int number = first; number < Writes && turns.ReadByte() >= 0; number++)
        {
            await WriteAsync(store, number);
            await store.CountAsync(Kind, Counter, 1, null, Expiry, null, CancellationToken.None);
            await output.WriteLineAsync($"{number}");
        }

        return 0;
    }

    private static DateTimeOffset Expiry => TimeProvider.System.GetUtcNow().AddHours(1);

    // Even numbers insert a record, odd ones replace the one before. A write that was done but not said is done again.
    private static async Task WriteAsync(IRecordStore store, int number)
    {
        int pair = number / 2;
        StoredRecord record = new(Kind, Key(pair), Content(number), Expiry)
        {
            Alias = $"alias-{pair}",
            Owner = "owner",
        };
        bool written =
            number % 2 == 0
                ? await store.TryInsertAsync(record, CancellationToken.None)
                : await store.TryReplaceAsync(record with { Version = 1 }, CancellationToken.None);
        if (!written)
        {
            StoredRecord? done = await store.FindAsync(Kind, Key(pair), CancellationToken.None);
            if (done is null || !done.Value.Span.SequenceEqual(Content(number)))
            {
                throw new InvalidOperationException($"Write {number} was refused, but it was not done before.");
            }
        }
    }
}
