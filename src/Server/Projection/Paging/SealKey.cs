using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>The key that seals what clients bring back: made when it is first used, or given so that several processes share it.</summary>
internal sealed class SealKey
{
    public const int HashBytes = HMACSHA256.HashSizeInBytes;

    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> _key;

    private SealKey(Func<byte[]> key) => _key = new Lazy<byte[]>(key);

    /// <summary>A key that nobody knows and that ends with the process.</summary>
    public static SealKey OfProcess() => new(static () => RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The key that every process makes of the same secret.</summary>
    public static SealKey Of(string secret) => new(() => SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Writes the HMAC-SHA-256 of data.</summary>
    public void Hash(ReadOnlySpan<byte> data, Span<byte> hash) => HMACSHA256.HashData(_key.Value, data, hash);
}
