using System.Globalization;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Storage.Tests;

/// <summary>Asks two stores the same things in turn, made of numbers, and compares what they answer.</summary>
internal sealed class StoreScript(IRecordStore model, IRecordStore store, ManualTimeProvider clock)
{
    private const int Actions = 11;

    private int _scripts;

    /// <summary>Plays a script on a kind and with owners of its own; throws at the first answer that differs.</summary>
    public bool Play(int[] steps)
    {
        int script = Interlocked.Increment(ref _scripts);
        foreach (int step in steps)
        {
            string expected = Ask(model, step, script);
            string actual = Ask(store, step, script);
            if (expected != actual)
            {
                throw new InvalidOperationException(
                    $"Step {step} of {string.Join(',', steps)}: expected {expected}, got {actual}."
                );
            }

            clock.Advance(step % 5 == 0 ? TimeSpan.FromSeconds(Part(step, 6, 30)) : TimeSpan.Zero);
        }

        return true;
    }

    public static string Show(StoredRecord? record) =>
        record is null
            ? "none"
            : string.Join(
                '|',
                record.Kind.Name,
                record.Key,
                record.Alias,
                record.Owner,
                record.Group,
                record.Version,
                record.Expires.ToString("O", CultureInfo.InvariantCulture),
                Convert.ToHexString(record.Value.Span)
            );

    private string Ask(IRecordStore asked, int step, int script) =>
        Task.Run(() => AskAsync(asked, step, script, CancellationToken.None)).GetAwaiter().GetResult();

    private async Task<string> AskAsync(IRecordStore asked, int step, int script, CancellationToken stop)
    {
        RecordKind kind = new($"script-{script}", "Tests.", TimeSpan.FromDays(1));
        string key = $"key-{Part(step, 1, 4)}";
        string alias = $"alias-{Part(step, 2, 3)}";
        string? owner = Part(step, 3, 3) is > 0 and var o ? $"owner-{script}-{o}" : null;
        string? group = Part(step, 4, 3) is > 0 and var g ? $"group-{g}" : null;
        DateTimeOffset expires = clock.GetUtcNow() + TimeSpan.FromSeconds(Part(step, 5, 60));
        long version = 1 + Part(step, 6, 3);
        StoredRecord record = new(kind, key, BitConverter.GetBytes(step), expires)
        {
            Alias = Part(step, 7, 2) == 0 ? alias : null,
            Owner = owner,
            Group = group,
            Version = version,
        };
        RecordQuery query = new(kind)
        {
            Owner = owner,
            Group = group,
            After = Part(step, 7, 2) == 0 ? key : null,
            Count = 1 + Part(step, 8, 4),
        };
        switch (step % Actions)
        {
            case 0 or 1 or 2:
                return $"{await asked.TryInsertAsync(record, stop)}";
            case 3 or 4:
                return $"{await asked.TryReplaceAsync(record, stop)}";
            case 5:
                return $"{await asked.TryRemoveAsync(kind, key, version == 1 ? null : version, stop)}";
            case 6:
                return Show(await asked.FindAsync(kind, key, stop))
                    + Show(await asked.FindByAliasAsync(kind, alias, stop));
            case 7:
                return string.Join(';', (await asked.ListAsync(query, stop)).Select(Show));
            case 8 or 9:
                long? limit = version == 1 ? null : 5;
                return $"{await asked.CountAsync(kind, key, Part(step, 8, 7) - 3, limit, expires, owner, stop)}";
            default:
                return $"{(owner is null ? await SweepAsync(asked, stop) : await asked.EraseAsync(owner, stop))}";
        }
    }

    // How many it removes is not compared: a store may forget by itself.
    private static async ValueTask<int> SweepAsync(IRecordStore asked, CancellationToken stop)
    {
        await asked.SweepAsync(stop);
        return 0;
    }

    /// <summary>One of several independent numbers below a bound that a step stands for.</summary>
    private static int Part(int step, int which, int below) => new Random(step ^ (which * 0x5bd1e995)).Next(below);
}
