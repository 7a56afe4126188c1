using System.Security.Cryptography;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Digests of arguments: equal for calls that mean the same, and without the key no help in guessing what they were.</summary>
/// <param name="key">The key; made or read by the first digest.</param>
internal sealed class ArgumentDigest(Lazy<byte[]> key)
{
    private const int ShownBytes = 16;

    public string Of(BoundArguments arguments)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Value, arguments.ToJson().Span, hash);
        return Convert.ToHexStringLower(hash[..ShownBytes]);
    }
}
