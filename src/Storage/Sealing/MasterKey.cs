using System.Security.Cryptography;

namespace ClickUpMcp.Storage;

/// <summary>A key that wraps the keys of records, and the id by which a sealed value names it.</summary>
internal sealed class MasterKey
{
    public const int KeyBytes = 32;
    public const int IdBytes = 8;

    private readonly byte[] _key;
    private readonly byte[] _id;

    public MasterKey(byte[] key)
    {
        _key = key;
        // The id follows from the key, so nobody can give two keys one name or one key another.
        _id = HKDF.Expand(HashAlgorithmName.SHA256, key, IdBytes, "clickup-mcp master key id"u8.ToArray());
    }

    public ReadOnlySpan<byte> Id => _id;

    public AesGcm Cipher() => new(_key, AesGcm.TagByteSizes.MaxSize);
}
