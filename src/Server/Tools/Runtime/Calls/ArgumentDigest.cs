using System.Security.Cryptography;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Digests of arguments: equal for calls that mean the same, and without the key no help in guessing what they were.</summary>
internal sealed class ArgumentDigest(byte[] key)
{
    private const int KeyBytes = 32;
    private const int ShownBytes = 16;

    /// <summary>With a key that nobody knows and that ends with the process.</summary>
    public static ArgumentDigest WithRandomKey() => new(RandomNumberGenerator.GetBytes(KeyBytes));

    public string Of(BoundArguments arguments)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, arguments.ToJson().Span, hash);
        return Convert.ToHexStringLower(hash[..ShownBytes]);
    }
}
