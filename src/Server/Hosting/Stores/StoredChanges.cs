using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Storage;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>Keeps the changes of one account in the store, sealed: others do not find them, and a dump does not show them.</summary>
/// <param name="store">The store.</param>
/// <param name="sealer">Seals them.</param>
/// <param name="account">Whose data they are about: principal, token and workspace.</param>
/// <param name="owner">The person, as a hash, with whom they are erased; null for nobody.</param>
internal sealed class StoredChanges(IRecordStore store, RecordSealer sealer, string account, string? owner)
    : IChangeStore
{
    private static RecordKind Kind => NodeRecords.Change;

    private readonly string _group = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)));

    public async ValueTask<IReadOnlyList<Change>> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<StoredRecord> records = await store.ListAsync(
                new RecordQuery(Kind) { Group = _group, Count = RecordQuery.MostRecords },
                cancellationToken
            );
            return [.. records.Select(Read).OfType<Change>()];
        }
        catch (StoreException)
        {
            return [];
        }
    }

    public async ValueTask SaveAsync(Change change, CancellationToken cancellationToken)
    {
        string key = $"{_group}.{change.Id}";
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(change, ChangeJson.Default.Change);
        StoredRecord record = new(Kind, key, sealer.Seal(Kind, key, content), change.Time + ChangeJournal.Lifetime)
        {
            Group = _group,
            Owner = owner,
        };
        try
        {
            if (
                !await store.TryInsertAsync(record, cancellationToken)
                && await store.FindAsync(Kind, key, cancellationToken) is { } kept
            )
            {
                await store.TryReplaceAsync(record with { Version = kept.Version }, cancellationToken);
            }
        }
        catch (StoreException)
        {
            // It stays in memory; the write that it is about is done, and must not be told as failed.
        }
    }

    private Change? Read(StoredRecord record) =>
        JsonSerializer.Deserialize(sealer.Open(record.Kind, record.Key, record.Value), ChangeJson.Default.Change);
}
