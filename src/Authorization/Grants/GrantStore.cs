using System.Text;
using System.Text.Json;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization;

/// <summary>Keeps grants and the ClickUp tokens behind them; both are sealed.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="life">How long a grant lives that is not used.</param>
/// <param name="time">The clock.</param>
internal sealed class GrantStore(SealedStore store, TimeSpan life, TimeProvider time) : IGrants, IUpstreamCredentials
{
    private const int MostAttempts = 20;

    // What was issued under a grant; the grant itself goes first, for none of these is worth anything without it.
    private static readonly RecordKind[] Issued =
    [
        AuthorizationRecords.ClickUpToken,
        AuthorizationRecords.Code,
        AuthorizationRecords.RefreshToken,
        AuthorizationRecords.AccessToken,
    ];

    /// <summary>Keeps a new grant and the ClickUp token that stands behind it.</summary>
    public async ValueTask AddAsync(Grant grant, string clickUpToken, CancellationToken cancellationToken)
    {
        await store.InsertAsync(
            new StoredRecord(
                AuthorizationRecords.ClickUpToken,
                grant.Id,
                Encoding.UTF8.GetBytes(clickUpToken),
                grant.Expires
            )
            {
                Owner = grant.Owner,
                Group = grant.Id,
            },
            cancellationToken
        );
        await store.InsertAsync(ToRecord(grant), cancellationToken);
    }

    /// <summary>Notes that the client got a token, which keeps the grant for longer.</summary>
    public async ValueTask TouchAsync(string grantId, CancellationToken cancellationToken)
    {
        DateTimeOffset expires = time.GetUtcNow() + life;
        if (await store.FindAsync(AuthorizationRecords.Grant, grantId, cancellationToken) is { } record)
        {
            Grant grant = Read(record) with { LastUsed = time.GetUtcNow(), Expires = expires };
            await store.TryReplaceAsync(ToRecord(grant) with { Version = record.Version }, cancellationToken);
        }

        if (await store.FindAsync(AuthorizationRecords.ClickUpToken, grantId, cancellationToken) is { } token)
        {
            await store.TryReplaceAsync(token with { Expires = expires }, cancellationToken);
        }
    }

    public async ValueTask<IReadOnlyList<Grant>> ListAsync(
        string? owner,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<StoredRecord> records = await store.ListAsync(
            new RecordQuery(AuthorizationRecords.Grant)
            {
                Owner = owner,
                After = after,
                Count = count,
            },
            cancellationToken
        );
        return [.. records.Select(Read)];
    }

    async ValueTask<Grant?> IGrants.FindAsync(string grantId, CancellationToken cancellationToken) =>
        await store.FindAsync(AuthorizationRecords.Grant, grantId, cancellationToken) is { } record
            ? Read(record)
            : null;

    /// <summary>A grant that still stands; null if there is none of this id.</summary>
    public ValueTask<Grant?> FindGrantAsync(string grantId, CancellationToken cancellationToken) =>
        ((IGrants)this).FindAsync(grantId, cancellationToken);

    /// <summary>A grant that still stands, for a sender: what it is bound to is kept when it is seen for the first time.</summary>
    /// <returns>Null if there is none of this id.</returns>
    /// <exception cref="ForeignSenderException">It is bound to another.</exception>
    public async ValueTask<Grant?> FindForAsync(
        string grantId,
        Sender sender,
        SenderPlace place,
        CancellationToken cancellationToken
    )
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await store.FindAsync(AuthorizationRecords.Grant, grantId, cancellationToken) is not { } record)
            {
                return null;
            }

            Grant grant = Read(record);
            SenderBinding? seen = grant.Binding?.Check(grantId, sender, place);
            if (ReferenceEquals(seen, grant.Binding))
            {
                return grant;
            }

            grant = grant with { Binding = seen };
            // Of several who come first at once one is the first; the others are held against it.
            if (await store.TryReplaceAsync(ToRecord(grant) with { Version = record.Version }, cancellationToken))
            {
                return grant;
            }
        }

        throw new StoreException("The grant is being changed by others all the time; retry later.");
    }

    public async ValueTask<bool> RevokeAsync(string grantId, CancellationToken cancellationToken)
    {
        bool wasThere = await store.TryRemoveAsync(AuthorizationRecords.Grant, grantId, cancellationToken);
        foreach (RecordKind kind in Issued)
        {
            await store.RemoveGroupAsync(kind, grantId, cancellationToken);
        }

        return wasThere;
    }

    public ValueTask<int> EraseAsync(string owner, CancellationToken cancellationToken) =>
        store.EraseAsync(owner, cancellationToken);

    async ValueTask<string?> IUpstreamCredentials.FindAsync(string grantId, CancellationToken cancellationToken) =>
        await FindGrantAsync(grantId, cancellationToken) is not null
        && await store.FindAsync(AuthorizationRecords.ClickUpToken, grantId, cancellationToken) is { } record
            ? Encoding.UTF8.GetString(record.Value.Span)
            : null;

    async ValueTask IUpstreamCredentials.EndGrantAsync(string grantId, CancellationToken cancellationToken) =>
        await RevokeAsync(grantId, cancellationToken);

    private static StoredRecord ToRecord(Grant grant) =>
        new(
            AuthorizationRecords.Grant,
            grant.Id,
            JsonSerializer.SerializeToUtf8Bytes(grant, AuthorizationJson.Default.Grant),
            grant.Expires
        )
        {
            Owner = grant.Owner,
            Group = grant.Id,
        };

    private static Grant Read(StoredRecord record) =>
        JsonSerializer.Deserialize(record.Value.Span, AuthorizationJson.Default.Grant)!;
}
