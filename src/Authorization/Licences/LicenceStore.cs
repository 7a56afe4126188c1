using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Licences;

/// <summary>Gives out licence keys, finds them by their hash, and changes what they allow.</summary>
/// <remarks>Each look-up asks the store, so that a change counts for the next request on every node.</remarks>
public sealed class LicenceStore(IRecordStore store, RecordSealer sealer, TimeProvider time)
{
    /// <summary>What a key begins with, so that people and scanners know what they found.</summary>
    public const string KeyPrefix = "cml_";

    private const int IdBytes = 8;
    private const int KeyLength = 47;
    private const int DeviceHashLength = 32;
    private const int MostAttempts = 20;

    private static readonly TimeSpan DeviceLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan DeviceStep = TimeSpan.FromDays(1);

    /// <summary>Whether a text has the form of a key.</summary>
    public static bool IsKey(string text) =>
        text.Length == KeyLength && text.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>Gives out a key.</summary>
    /// <param name="name">What the operator calls it.</param>
    /// <param name="life">How long it lets somebody in; longer than the longest life is cut to that.</param>
    /// <param name="limits">What its holder may do.</param>
    /// <param name="binding">To whom it belongs; null for who has it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<IssuedLicence> IssueAsync(
        string name,
        TimeSpan life,
        LicenceLimits limits,
        SenderBinding? binding,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan longest = life < LicenceRecords.LongestLife ? life : LicenceRecords.LongestLife;
        string key = SecretText.Create(KeyPrefix);
        Licence licence = new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            name,
            now,
            now + longest,
            LicenceState.Active,
            limits,
            []
        )
        {
            Binding = binding,
        };
        if (!await store.TryInsertAsync(Record(licence, SecretText.Hash(key), version: 0), cancellationToken))
        {
            throw new InvalidOperationException("A random key is taken.");
        }

        return new IssuedLicence(licence, key);
    }

    /// <summary>The licence of a key, good or not; null if there is none.</summary>
    public async ValueTask<Licence?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        IsKey(key)
        && await store.FindByAliasAsync(LicenceRecords.Licence, SecretText.Hash(key), cancellationToken) is { } record
            ? Read(record)
            : null;

    /// <summary>A licence by its id; null if there is none.</summary>
    public async ValueTask<Licence?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(LicenceRecords.Licence, id, cancellationToken) is { } record ? Read(record) : null;

    /// <summary>Lists a page of licences by their ids.</summary>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<IReadOnlyList<Licence>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        RecordQuery query = new(LicenceRecords.Licence) { After = after };
        return [.. (await store.ListAsync(query, cancellationToken)).Select(Read)];
    }

    /// <summary>Changes a licence; the change counts from the next request on.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="change">Gives what it is to be; null leaves it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What it is afterwards; null if there is none of this id.</returns>
    public async ValueTask<Licence?> ChangeAsync(
        string id,
        Func<Licence, Licence?> change,
        CancellationToken cancellationToken
    )
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await store.FindAsync(LicenceRecords.Licence, id, cancellationToken) is not { } record)
            {
                return null;
            }

            Licence current = Read(record);
            // What was revoked stays so, whatever is asked.
            if (current.State == LicenceState.Revoked || change(current) is not { } changed)
            {
                return current;
            }

            if (await store.TryReplaceAsync(Record(changed, record.Alias, record.Version), cancellationToken))
            {
                return changed;
            }
        }

        throw new StoreException("The licence key is being changed by others all the time; retry later.");
    }

    /// <summary>Notes a device that a key is used on; false when that would be one more than the key is good for.</summary>
    /// <remarks>A device that was not seen for 30 days leaves its place to another.</remarks>
    public async ValueTask<bool> SeeDeviceAsync(Licence licence, string device, CancellationToken cancellationToken)
    {
        string hash = DeviceHash(licence, device);
        DateTimeOffset now = time.GetUtcNow();
        if (IsFresh(licence, hash, now))
        {
            return true;
        }

        bool fits = false;
        await ChangeAsync(
            licence.Id,
            current =>
            {
                LicenceDevice[] others =
                [
                    .. current.Devices.Where(known =>
                        !SecretText.AreEqual(known.Hash, hash) && now - known.LastSeen < DeviceLife
                    ),
                ];
                fits = others.Length < current.Limits.Devices;
                return fits ? current with { Devices = [.. others, new LicenceDevice(hash, now)] } : null;
            },
            cancellationToken
        );
        return fits;
    }

    /// <summary>Holds a sender against what a key is bound to, which is kept when it is seen for the first time.</summary>
    /// <exception cref="ForeignSenderException">It is bound to another.</exception>
    public async ValueTask CheckSenderAsync(Licence licence, Sender sender, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(Seen(licence, sender), licence.Binding))
        {
            await ChangeAsync(licence.Id, Bound, cancellationToken);
        }

        Licence? Bound(Licence current) =>
            Seen(current, sender) is var seen && !ReferenceEquals(seen, current.Binding)
                ? current with
                {
                    Binding = seen,
                }
                : null;
    }

    private static SenderBinding? Seen(Licence licence, Sender sender) =>
        licence.Binding?.Check(licence.Id, sender, SenderPlace.Resource);

    private static bool IsFresh(Licence licence, string hash, DateTimeOffset now) =>
        licence.Devices.Count <= licence.Limits.Devices
        && licence.Devices.Any(known => SecretText.AreEqual(known.Hash, hash) && now - known.LastSeen < DeviceStep);

    private static string DeviceHash(Licence licence, string device) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{licence.Id} {device}")))[..DeviceHashLength];

    private StoredRecord Record(Licence licence, string? alias, long version) =>
        new(
            LicenceRecords.Licence,
            licence.Id,
            sealer.Seal(
                LicenceRecords.Licence,
                licence.Id,
                JsonSerializer.SerializeToUtf8Bytes(licence, LicenceJson.Default.Licence)
            ),
            licence.Expires + LicenceRecords.Remembered
        )
        {
            Alias = alias,
            Version = version,
        };

    private Licence Read(StoredRecord record) =>
        JsonSerializer.Deserialize(sealer.Open(record.Kind, record.Key, record.Value), LicenceJson.Default.Licence)
        ?? throw new StoreException("A licence key in the store cannot be read.");
}
