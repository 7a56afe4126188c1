using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Transport.Http;

/// <summary>The tickets of this process that were not used yet, by their hash; each is good once, for five minutes.</summary>
/// <remarks>They are not sealed texts: what a ticket works with is a credential that a client may have sent with its call, and that is written nowhere.</remarks>
internal sealed class UploadTickets(TimeProvider time)
{
    /// <summary>How long a ticket is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int MostTickets = 10_000;
    private const int MostOfOwner = 20;
    private const int TokenBytes = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingUpload> _pending = [];

    /// <summary>Where clients reach this server: scheme, host and port.</summary>
    public string Origin { get; set; } = "http://localhost";

    /// <summary>Until when a ticket is good that is given now.</summary>
    public DateTimeOffset Expiry => time.GetUtcNow() + Lifetime;

    /// <summary>Makes a ticket for a call.</summary>
    /// <exception cref="ActionableException">There are too many.</exception>
    public string Issue(PendingUpload upload)
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        lock (_lock)
        {
            DropExpired();
            int own = _pending.Values.Count(other => other.Owner == upload.Owner);
            if (own >= MostOfOwner || _pending.Count >= MostTickets)
            {
                throw new ActionableException(
                    "There are too many tickets for uploads that were not used.",
                    $"Each is kept for {Lifetime.TotalMinutes} minutes.",
                    "Use those, or wait."
                );
            }

            _pending.Add(HashOf(token), upload);
        }

        return token;
    }

    /// <summary>Uses a ticket up; null when there is none, or it was used or has expired.</summary>
    public PendingUpload? Take(string token)
    {
        lock (_lock)
        {
            return _pending.Remove(HashOf(token), out PendingUpload? upload) && upload.Expires >= time.GetUtcNow()
                ? upload
                : null;
        }
    }

    /// <summary>Drops the tickets of principals that are let in no more.</summary>
    public void Forget(IReadOnlySet<UInt128> principals)
    {
        lock (_lock)
        {
            Drop(upload => principals.Contains(upload.Principal.Id));
        }
    }

    /// <summary>Drops the tickets that have expired.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            DropExpired();
        }
    }

    private void DropExpired()
    {
        DateTimeOffset now = time.GetUtcNow();
        Drop(upload => upload.Expires < now);
    }

    private void Drop(Func<PendingUpload, bool> isGone)
    {
        foreach ((string hash, PendingUpload upload) in _pending)
        {
            if (isGone(upload))
            {
                _pending.Remove(hash);
            }
        }
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
