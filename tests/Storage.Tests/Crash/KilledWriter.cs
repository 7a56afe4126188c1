using System.Diagnostics;

namespace ClickUpMcp.Storage.Tests.Crash;

/// <summary>Starts writers and kills each in the middle of its work, until all is written; checks the store after each.</summary>
internal sealed class KilledWriter(string address, Random random)
{
    private const int FewestWrites = 20;
    private const int MostWrites = 140;

    // So many writes it may be ahead of what was read of it: on a slow machine it would be done before it is killed.
    private const int Ahead = 10;

    /// <summary>How many were killed.</summary>
    public int Kills { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int answered = 0;
        while (answered < StoreWriter.Writes)
        {
            answered = await WriteAsync(answered, cancellationToken);
            await CheckAsync(answered, cancellationToken);
        }
    }

    private async Task<int> WriteAsync(int first, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [StoreWriter.Word, address, $"{first}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process writer = Process.Start(start)!;
        int lines = random.Next(FewestWrites, MostWrites);
        int answered = first;
        await AllowAsync(writer, Ahead, cancellationToken);
        while (await writer.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            int.Parse(line).ShouldBe(answered);
            answered++;
            if (--lines == 0 && answered < StoreWriter.Writes)
            {
                // At once, as the kernel does: it is within one of the writes that follow.
                writer.Kill();
                Kills++;
            }
            else if (lines > 0 && answered + Ahead <= StoreWriter.Writes)
            {
                await AllowAsync(writer, 1, cancellationToken);
            }
        }

        await writer.WaitForExitAsync(cancellationToken);
        return answered;
    }

    private static async Task AllowAsync(Process writer, int writes, CancellationToken cancellationToken)
    {
        Stream turns = writer.StandardInput.BaseStream;
        await turns.WriteAsync(new byte[writes], cancellationToken);
        await turns.FlushAsync(cancellationToken);
    }

    private async Task CheckAsync(int answered, CancellationToken cancellationToken)
    {
        await using IRecordStore store = await StoreWriter.OpenAsync(address);
        IReadOnlyList<StoredRecord> records = await store.ListAsync(
            new RecordQuery(StoreWriter.Kind) { Owner = "owner", Count = RecordQuery.MostRecords },
            cancellationToken
        );

        // What was answered is there; of the one write that was not, all or nothing.
        records.Count.ShouldBeInRange((answered + 1) / 2, (answered + 2) / 2);
        for (int pair = 0; pair < records.Count; pair++)
        {
            StoredRecord record = records[pair];
            record.Key.ShouldBe(StoreWriter.Key(pair));
            int number = (pair * 2) + (int)record.Version - 1;
            record.Value.Span.SequenceEqual(StoreWriter.Content(number)).ShouldBeTrue(record.Key);
            number.ShouldBeInRange(Math.Min((pair * 2) + 1, answered - 1), Math.Min((pair * 2) + 1, answered));
            StoredRecord? byAlias = await store.FindByAliasAsync(StoreWriter.Kind, $"alias-{pair}", cancellationToken);
            byAlias!.Key.ShouldBe(record.Key);
        }

        CountResult count = await store.CountAsync(
            StoreWriter.Kind,
            StoreWriter.Counter,
            0,
            null,
            DateTimeOffset.MaxValue,
            null,
            cancellationToken
        );
        count.Total.ShouldBeInRange(answered, answered + Kills);
    }
}
