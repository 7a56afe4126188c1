using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin rewrap</c>: wraps the keys of all sealed values with the newest master key, so that older ones can go.</summary>
internal sealed class RewrapWord(IReadOnlyList<RecordKind> kinds) : IAdminWord
{
    public string Usage => "rewrap";

    public string Summary => "let the first master key open all sealed values, so that older keys can be thrown away";

    public VerbFlag[] Flags => [];

    public async Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        PositionalArguments.Expect(command.Arguments, 1);
        await using IRecordStore store = await command.OpenStoreAsync(cancellationToken);
        RecordSealer sealer = new(OpenedStore.KeysOf(command.Options.Http.Store));
        int rewrapped = 0;
        foreach (RecordKind kind in kinds)
        {
            RecordQuery query = new(kind) { Count = RecordQuery.MostRecords };
            await foreach (StoredRecord record in StoredRecords.ListAsync(store, query, cancellationToken))
            {
                rewrapped += await RewrapAsync(store, sealer, record, cancellationToken) ? 1 : 0;
            }
        }

        command.Environment.WriteLine(
            $"Wrapped {rewrapped} sealed values with the first master key. No value needs an older key now."
        );
        return ExitCode.Ok;
    }

    // A server that writes the record meanwhile seals it with its own first key, so it is looked at again.
    private static async Task<bool> RewrapAsync(
        IRecordStore store,
        RecordSealer sealer,
        StoredRecord listed,
        CancellationToken cancellationToken
    )
    {
        StoredRecord? record = listed;
        while (record is not null && RecordSealer.IsSealed(record.Value.Span) && !sealer.IsCurrent(record.Value))
        {
            byte[] value = sealer.Rewrap(record.Kind, record.Key, record.Value);
            if (await store.TryReplaceAsync(record with { Value = value }, cancellationToken))
            {
                return true;
            }

            record = await store.FindAsync(record.Kind, record.Key, cancellationToken);
        }

        return false;
    }
}
