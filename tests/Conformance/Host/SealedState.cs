using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol;

namespace ClickUpMcp.Conformance;

/// <summary>State that the client carries and cannot change: a word and its keyed hash.</summary>
internal static class SealedState
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Seal(string word) => $"{word}.{HashOf(word)}";

    /// <summary>The word, if the state is one of ours.</summary>
    /// <exception cref="McpProtocolException">It was changed.</exception>
    public static string Open(string state)
    {
        string word = state.Split('.')[0];
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Seal(word)),
            Encoding.UTF8.GetBytes(state)
        )
            ? word
            : throw new McpProtocolException(
                "The request state is not what this server sent.",
                McpErrorCode.InvalidParams
            );
    }

    private static string HashOf(string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(word)));
}
