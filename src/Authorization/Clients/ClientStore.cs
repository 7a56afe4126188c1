using System.Text.Json;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Clients;

/// <summary>Keeps the clients that registered themselves.</summary>
internal sealed class ClientStore(IRecordStore store, TimeProvider time)
{
    private const int IdLength = 32;

    private static readonly TimeSpan RenewBelow = AuthorizationRecords.ClientLife / 2;

    /// <summary>Keeps a new client.</summary>
    /// <returns>When its registration ends unless it is used.</returns>
    public async ValueTask<DateTimeOffset> AddAsync(Client client, CancellationToken cancellationToken)
    {
        StoredRecord record = ToRecord(client);
        return await store.TryInsertAsync(record, cancellationToken)
            ? record.Expires
            : throw new InvalidOperationException("A new client's id is taken.");
    }

    public async ValueTask<Client?> FindAsync(string id, CancellationToken cancellationToken) =>
        IsId(id) && await store.FindAsync(AuthorizationRecords.Client, id, cancellationToken) is { } record
            ? Read(record)
            : null;

    /// <summary>Keeps a client that is used from being forgotten.</summary>
    public async ValueTask RenewAsync(string id, CancellationToken cancellationToken)
    {
        if (
            IsId(id)
            && await store.FindAsync(AuthorizationRecords.Client, id, cancellationToken) is { } record
            && record.Expires - time.GetUtcNow() < RenewBelow
        )
        {
            // Who loses against another node was renewed by it.
            await store.TryReplaceAsync(
                record with
                {
                    Expires = time.GetUtcNow() + AuthorizationRecords.ClientLife,
                },
                cancellationToken
            );
        }
    }

    // Nothing else is looked for: keys of stores are not for strangers to choose.
    private static bool IsId(string id) => id.Length == IdLength && id.All(char.IsAsciiHexDigitLower);

    private StoredRecord ToRecord(Client client) =>
        new(
            AuthorizationRecords.Client,
            client.Id,
            JsonSerializer.SerializeToUtf8Bytes(client, AuthorizationJson.Default.Client),
            time.GetUtcNow() + AuthorizationRecords.ClientLife
        );

    private static Client? Read(StoredRecord record) =>
        JsonSerializer.Deserialize(record.Value.Span, AuthorizationJson.Default.Client);
}
