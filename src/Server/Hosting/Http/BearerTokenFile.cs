using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Reads a file of bearer tokens: on each line a name and the SHA-256 of a token, as <c>sha256sum</c> prints it.</summary>
/// <remarks>Lines of the same name are one principal, so that a token can be replaced without a gap.</remarks>
internal static class BearerTokenFile
{
    private const int MostTokens = 1000;
    private const int HashLength = 64;

    /// <summary>Reads the file.</summary>
    /// <exception cref="OptionsException">It cannot be read, or a line says something else.</exception>
    public static BearerToken[] Read(string path)
    {
        try
        {
            return Parse(File.ReadAllLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OptionsException("The file of bearer tokens cannot be read.");
        }
    }

    /// <summary>Reads the lines of such a file.</summary>
    public static BearerToken[] Parse(string[] lines)
    {
        List<BearerToken> tokens = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string[] words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            if (words is not [var name, var hash] || hash.Length != HashLength || !hash.All(char.IsAsciiHexDigit))
            {
                throw new OptionsException(
                    $"Line {i + 1} of the file of bearer tokens is not a name and a SHA-256 in 64 hexadecimal digits."
                );
            }

            tokens.Add(new BearerToken(Convert.FromHexString(hash), new Principal(IdOf(name))));
        }

        return tokens.Count is > 0 and <= MostTokens
            ? [.. tokens]
            : throw new OptionsException($"The file of bearer tokens must name 1 to {MostTokens} tokens.");
    }

    private static UInt128 IdOf(string name) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"principal {name}")));
}
