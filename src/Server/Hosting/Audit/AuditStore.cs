using System.Security.Cryptography;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting;

/// <summary>The audit in the store of a server over HTTP: where its lines go, and the key that seals them.</summary>
/// <param name="Log">The lines.</param>
/// <param name="Key">The key of digests and chain.</param>
internal sealed record AuditStore(StoredLog Log, byte[] Key)
{
    private const string KeyName = "secret";
    private const int SecretBytes = 32;

    /// <summary>Opens the audit of the options; null where they keep it elsewhere.</summary>
    /// <param name="options">The options.</param>
    /// <param name="store">The store that the server has opened; null for none.</param>
    /// <param name="sealer">Seals the key in it.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OptionsException">There is no store for it, or not for so long.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task<AuditStore?> OpenAsync(
        ServerOptions options,
        IRecordStore? store,
        RecordSealer? sealer,
        TimeProvider time
    )
    {
        if (options.Audit != AuditLog.Store)
        {
            return null;
        }

        if (store is null || sealer is null || !options.Http.Store.IsDurable)
        {
            throw new OptionsException(
                "--audit store needs a store that outlives the server: name one with --store, as sqlite:PATH, or a file with --audit PATH."
            );
        }

        if (options.AuditDays is 0 or > AuditRecords.MostDays)
        {
            throw new OptionsException(
                $"A store keeps the audit for {AuditRecords.MostDays} days at most: set --audit-days to 1 to {AuditRecords.MostDays}, or name a file with --audit PATH."
            );
        }

        byte[] key = options.AuditKey is { } secret
            ? AuditKey.Of(secret.Reveal())
            : await KeepKeyAsync(store, sealer, time);
        return new AuditStore(LogOf(store, options, time), key);
    }

    /// <summary>The lines that a store has.</summary>
    public static StoredLog LogOf(IRecordStore store, ServerOptions options, TimeProvider time) =>
        new(
            store,
            AuditRecords.Lines,
            AuditRecords.Places,
            new StoredLogLimits(options.AuditMaxMib * 1024L * 1024, TimeSpan.FromDays(options.AuditDays)),
            time
        );

    /// <summary>The key that is in a store; null for none.</summary>
    public static async Task<byte[]?> FindKeyAsync(
        IRecordStore store,
        RecordSealer sealer,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(AuditRecords.Key, KeyName, cancellationToken) is { } record
            ? AuditKey.Of(Convert.ToBase64String(sealer.Open(record.Kind, record.Key, record.Value)))
            : null;

    /// <summary>The key of all servers that share the store; the first makes it, and each start keeps it for longer.</summary>
    private static async Task<byte[]> KeepKeyAsync(IRecordStore store, RecordSealer sealer, TimeProvider time)
    {
        byte[] made = sealer.Seal(AuditRecords.Key, KeyName, RandomNumberGenerator.GetBytes(SecretBytes));
        DateTimeOffset expires = time.GetUtcNow() + AuditRecords.Key.LongestLife;
        await store.TryInsertAsync(new StoredRecord(AuditRecords.Key, KeyName, made, expires), CancellationToken.None);
        StoredRecord? kept = await store.FindAsync(AuditRecords.Key, KeyName, CancellationToken.None);
        if (kept is not null)
        {
            // Where another server was first, it has written as much.
            await store.TryReplaceAsync(kept with { Expires = expires }, CancellationToken.None);
        }

        return await FindKeyAsync(store, sealer, CancellationToken.None)
            ?? throw new StoreException("The store does not keep the key of the audit.");
    }
}
