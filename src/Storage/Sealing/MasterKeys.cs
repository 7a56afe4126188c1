using System.Security.Cryptography;

namespace ClickUpMcp.Storage;

/// <summary>The master keys of an operator: the first one seals, all of them open.</summary>
public sealed class MasterKeys
{
    private const int MostKeys = 16;
    private const string Expected =
        "one to 16 keys of 32 random bytes in Base64, each on a line; openssl rand -base64 32 makes one";

    private readonly MasterKey[] _keys;

    private MasterKeys(MasterKey[] keys) => _keys = keys;

    internal MasterKey Current => _keys[0];

    /// <summary>A key that nobody knows and that ends with the process: for what ends with it, too.</summary>
    public static MasterKeys OfProcess() => new([new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.KeyBytes))]);

    /// <summary>Reads keys, on lines or with commas, the newest first.</summary>
    /// <exception cref="FormatException">Says what was expected; never repeats what it got.</exception>
    public static MasterKeys Parse(string text)
    {
        string[] parts = text.Split(
            [',', '\n', '\r'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return parts.Length is > 0 and <= MostKeys
            ? new MasterKeys([.. parts.Select(Read)])
            : throw new FormatException(Expected);
    }

    internal MasterKey? Find(ReadOnlySpan<byte> id)
    {
        foreach (MasterKey key in _keys)
        {
            if (key.Id.SequenceEqual(id))
            {
                return key;
            }
        }

        return null;
    }

    // All bytes alike are a placeholder of an example and no key.
    private static MasterKey Read(string text)
    {
        byte[] bytes = new byte[MasterKey.KeyBytes];
        return
            Convert.TryFromBase64String(text, bytes, out int length)
            && length == bytes.Length
            && bytes.AsSpan().ContainsAnyExcept(bytes[0])
            ? new MasterKey(bytes)
            : throw new FormatException(Expected);
    }
}
