using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Conformance;

/// <summary>State that the client carries and cannot change: a word and its keyed hash.</summary>
internal static class SealedState
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Seal(string word) => $"{word}.{HashOf(word)}";

    /// <summary>The word, if the state is one of ours; null when it was changed.</summary>
    public static string? Open(string state)
    {
        string word = state.Split('.')[0];
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Seal(word)),
            Encoding.UTF8.GetBytes(state)
        )
            ? word
            : null;
    }

    private static string HashOf(string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(word)));
}
