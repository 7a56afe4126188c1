using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Storage;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>Keeps what is known of sessions in the store, for the servers that share it and for the next process: under the hash of the id, and sealed.</summary>
/// <param name="store">The store, which outlives the process.</param>
/// <param name="sealer">Seals what must not be read in it.</param>
/// <param name="nodes">Those that share it; null where it serves one.</param>
/// <param name="time">The clock.</param>
internal sealed class StoredSessions(IRecordStore store, RecordSealer sealer, NodeDirectory? nodes, TimeProvider time)
    : ISharedSessions
{
    /// <summary>How often it is written at most that a session is used.</summary>
    private static readonly TimeSpan MostOften = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> AddAsync(string id, SessionFacts facts, string? owner, DateTimeOffset expires)
    {
        string key = KeyOf(id);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(facts, StoredJson.Default.SessionFacts);
        StoredRecord record = new(NodeRecords.Session, key, sealer.Seal(NodeRecords.Session, key, content), expires)
        {
            Owner = owner,
        };
        try
        {
            return nodes is not { IsLost: true } && await store.TryInsertAsync(record, CancellationToken.None);
        }
        catch (StoreException e)
        {
            nodes?.Lose(e.Message);
            return false;
        }
    }

    public async ValueTask<SessionFacts?> UseAsync(string id, string binding, SessionLimits limits)
    {
        if (nodes is { IsLost: true })
        {
            throw Unknown();
        }

        try
        {
            if (
                await store.FindAsync(NodeRecords.Session, KeyOf(id), CancellationToken.None) is not { } record
                || Read(record) is not { } facts
                || facts.Binding != binding
            )
            {
                return null;
            }

            await ExtendAsync(record, facts.Created, limits);
            return facts;
        }
        catch (StoreException e)
        {
            nodes?.Lose(e.Message);
            throw Unknown();
        }
    }

    public async ValueTask RemoveAsync(string id)
    {
        try
        {
            await store.TryRemoveAsync(NodeRecords.Session, KeyOf(id), version: null, CancellationToken.None);
        }
        catch (StoreException e)
        {
            nodes?.Lose(e.Message);
        }
    }

    private async ValueTask ExtendAsync(StoredRecord record, DateTimeOffset created, SessionLimits limits)
    {
        DateTimeOffset latest = created + limits.Longest;
        DateTimeOffset expires = time.GetUtcNow() + limits.Idle;
        expires = expires < latest ? expires : latest;
        TimeSpan step = limits.Idle / 4 < MostOften ? limits.Idle / 4 : MostOften;
        if (expires - record.Expires >= step)
        {
            // Where another server was first, it has written as much.
            await store.TryReplaceAsync(record with { Expires = expires }, CancellationToken.None);
        }
    }

    private SessionFacts? Read(StoredRecord record) =>
        JsonSerializer.Deserialize(sealer.Open(record.Kind, record.Key, record.Value), StoredJson.Default.SessionFacts);

    private static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)));

    private static HttpFaultException Unknown() =>
        new(
            HttpFault.Of(
                StatusCodes.Status503ServiceUnavailable,
                "Whether this session exists cannot be looked up at present; nothing was done. Retry later, or start a new one with initialize."
            ) with
            {
                RetryAfter = Busy,
            }
        );
}
