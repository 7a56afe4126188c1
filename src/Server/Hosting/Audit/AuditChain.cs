using System.Security.Cryptography;

namespace ClickUpMcp.Hosting;

/// <summary>Seals lines, each with what it says of the line before: nobody without the key can change, add, remove or move one unseen.</summary>
/// <remarks>
/// A line ends with <c>"run"</c>, one start of a server; <c>"n"</c>, the number of the line in it; <c>"prev"</c>, the chain of the line before in
/// the run, or for its first line the last chain that the file had; and <c>"chain"</c>, an HMAC of all that stands before it in the line.
/// </remarks>
/// <param name="key">The key of the audit's digests; made or read by the first line.</param>
internal sealed class AuditChain(Lazy<byte[]> key)
{
    private const int ShownBytes = 16;

    private readonly Lazy<byte[]> _key = new(() => HMACSHA256.HashData(key.Value, "audit chain"u8));

    /// <summary>The chain of a line.</summary>
    /// <param name="line">What stands in the line before its chain.</param>
    public string Of(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key.Value, line, hash);
        return Convert.ToHexStringLower(hash[..ShownBytes]);
    }
}
