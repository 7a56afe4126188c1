using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Authorization.Records;

/// <summary>Secrets of 256 random bits that are given away, and the hashes that are kept of them.</summary>
internal static class SecretText
{
    private const int Bytes = 32;

    /// <summary>A new one; what it begins with tells people and scanners what they found.</summary>
    public static string Create(string prefix = "") =>
        prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a secret, and what it is found by.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a secret is the one of a hash; how long it takes tells nothing.</summary>
    public static bool Matches(string secret, string hash) => AreEqual(Hash(secret), hash);

    /// <summary>Whether two hashes or signatures are the same; how long it takes tells nothing.</summary>
    public static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
