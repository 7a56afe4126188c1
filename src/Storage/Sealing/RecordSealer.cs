using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Storage;

/// <summary>Seals values that nobody may read in a dump: AES-256-GCM with a key for each, which a master key wraps.</summary>
/// <remarks>
/// <para>A sealed value is: a mark with a version (4 bytes), id of the master key (8), nonce (12), wrapped key (32) and tag (16), nonce (12),
/// content, tag (16).</para>
/// <para>Both parts are bound to the record's kind and key, so a value that was put into another record does not open. A
/// change of the master key wraps the record's key anew and leaves the content as it is.</para>
/// </remarks>
public sealed class RecordSealer(MasterKeys keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int MarkBytes = 4;
    private const int IdAt = MarkBytes;
    private const int WrapNonceAt = IdAt + MasterKey.IdBytes;
    private const int WrappedKeyAt = WrapNonceAt + NonceBytes;
    private const int WrapTagAt = WrappedKeyAt + MasterKey.KeyBytes;
    private const int NonceAt = WrapTagAt + TagBytes;
    private const int ContentAt = NonceAt + NonceBytes;

    /// <summary>How many bytes a sealed value has more than its content.</summary>
    public const int Overhead = ContentAt + TagBytes;

    /// <summary>Seals the value of a record under a new key.</summary>
    public byte[] Seal(RecordKind kind, string key, ReadOnlyMemory<byte> content)
    {
        byte[] sealedValue = new byte[content.Length + Overhead];
        Span<byte> dataKey = stackalloc byte[MasterKey.KeyBytes];
        RandomNumberGenerator.Fill(dataKey);
        Wrap(kind, key, dataKey, sealedValue);
        RandomNumberGenerator.Fill(sealedValue.AsSpan(NonceAt, NonceBytes));
        using (AesGcm cipher = new(dataKey, TagBytes))
        {
            cipher.Encrypt(
                sealedValue.AsSpan(NonceAt, NonceBytes),
                content.Span,
                sealedValue.AsSpan(ContentAt, content.Length),
                sealedValue.AsSpan(^TagBytes..),
                Binding(kind, key, MasterKeyless)
            );
        }

        CryptographicOperations.ZeroMemory(dataKey);
        return sealedValue;
    }

    /// <summary>Opens what was sealed for this record.</summary>
    /// <exception cref="StoreException">It was changed, belongs to another record, or its master key is not there.</exception>
    public byte[] Open(RecordKind kind, string key, ReadOnlyMemory<byte> sealedValue)
    {
        Span<byte> dataKey = stackalloc byte[MasterKey.KeyBytes];
        Unwrap(kind, key, sealedValue.Span, dataKey);
        byte[] content = new byte[sealedValue.Length - Overhead];
        try
        {
            using AesGcm cipher = new(dataKey, TagBytes);
            cipher.Decrypt(
                sealedValue.Span.Slice(NonceAt, NonceBytes),
                sealedValue.Span[ContentAt..^TagBytes],
                sealedValue.Span[^TagBytes..],
                content,
                Binding(kind, key, MasterKeyless)
            );
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Changed();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>Whether a value is one that was sealed, by whatever key.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> value) => value.Length >= Overhead && value.StartsWith(Mark);

    /// <summary>Whether the newest master key wraps it; what is not so is to be wrapped anew before its key is given up.</summary>
    public bool IsCurrent(ReadOnlyMemory<byte> sealedValue) =>
        IsSealed(sealedValue.Span) && sealedValue.Span.Slice(IdAt, MasterKey.IdBytes).SequenceEqual(keys.Current.Id);

    /// <summary>Wraps the key of a sealed value with the newest master key.</summary>
    /// <exception cref="StoreException">It was changed, belongs to another record, or its master key is not there.</exception>
    public byte[] Rewrap(RecordKind kind, string key, ReadOnlyMemory<byte> sealedValue)
    {
        Span<byte> dataKey = stackalloc byte[MasterKey.KeyBytes];
        Unwrap(kind, key, sealedValue.Span, dataKey);
        byte[] rewrapped = sealedValue.ToArray();
        Wrap(kind, key, dataKey, rewrapped);
        CryptographicOperations.ZeroMemory(dataKey);
        return rewrapped;
    }

    private static ReadOnlySpan<byte> MasterKeyless => [];

    // No text begins with it, so a value tells by itself whether it is sealed.
    private static ReadOnlySpan<byte> Mark => [0, (byte)'S', (byte)'V', 1];

    private static StoreException Changed() =>
        new(
            "A sealed value does not open: it was changed in the store, or copied from another record. "
                + "Restore it from a backup, or erase the record and let its owner sign in again."
        );

    // Each part has its length before it, so that no kind and key read as another kind and key.
    private static byte[] Binding(RecordKind kind, string key, ReadOnlySpan<byte> masterKeyId)
    {
        int kindBytes = Encoding.UTF8.GetByteCount(kind.Name);
        int keyBytes = Encoding.UTF8.GetByteCount(key);
        byte[] binding = new byte[MarkBytes + sizeof(int) + kindBytes + sizeof(int) + keyBytes + masterKeyId.Length];
        Span<byte> rest = binding;
        Mark.CopyTo(rest);
        rest = rest[MarkBytes..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, kindBytes);
        rest = rest[sizeof(int)..];
        rest = rest[Encoding.UTF8.GetBytes(kind.Name, rest)..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, keyBytes);
        rest = rest[sizeof(int)..];
        rest = rest[Encoding.UTF8.GetBytes(key, rest)..];
        masterKeyId.CopyTo(rest);
        return binding;
    }

    private void Wrap(RecordKind kind, string key, ReadOnlySpan<byte> dataKey, Span<byte> sealedValue)
    {
        MasterKey master = keys.Current;
        Mark.CopyTo(sealedValue);
        master.Id.CopyTo(sealedValue[IdAt..]);
        RandomNumberGenerator.Fill(sealedValue.Slice(WrapNonceAt, NonceBytes));
        using AesGcm cipher = master.Cipher();
        cipher.Encrypt(
            sealedValue.Slice(WrapNonceAt, NonceBytes),
            dataKey,
            sealedValue.Slice(WrappedKeyAt, MasterKey.KeyBytes),
            sealedValue.Slice(WrapTagAt, TagBytes),
            Binding(kind, key, master.Id)
        );
    }

    private void Unwrap(RecordKind kind, string key, ReadOnlySpan<byte> sealedValue, Span<byte> dataKey)
    {
        if (!IsSealed(sealedValue))
        {
            throw Changed();
        }

        MasterKey master =
            keys.Find(sealedValue.Slice(IdAt, MasterKey.IdBytes))
            ?? throw new StoreException(
                "A sealed value does not open: none of the master keys sealed it. Add the key that was in use when it was "
                    + "written after the present one; see docs/storage.md about changing keys."
            );
        try
        {
            using AesGcm cipher = master.Cipher();
            cipher.Decrypt(
                sealedValue.Slice(WrapNonceAt, NonceBytes),
                sealedValue.Slice(WrappedKeyAt, MasterKey.KeyBytes),
                sealedValue.Slice(WrapTagAt, TagBytes),
                dataKey,
                Binding(kind, key, master.Id)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Changed();
        }
    }
}
