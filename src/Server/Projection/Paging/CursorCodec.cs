using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Projection;

/// <summary>The opaque cursors that callers see: a position, sealed for the call that it continues, its owner and a day.</summary>
/// <param name="key">The key of the seal.</param>
/// <param name="owner">Whose calls these are; cursors of others are refused.</param>
/// <param name="time">The clock.</param>
/// <remarks>What a cursor is bound to is in its seal alone, so a cursor stays short and tells nothing of the call.</remarks>
internal sealed class CursorCodec(SealKey key, string owner, TimeProvider time)
{
    private const byte Version = 2;
    private const int StyleAt = 1;
    private const int ExpiryAt = 2;
    private const int OffsetAt = 6;
    private const int ValueAt = 10;
    private const int SealBytes = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>What the cursors of a call are bound to.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="arguments">The canonical text of the arguments that say what is listed.</param>
    public byte[] Bind(string tool, ReadOnlySpan<byte> arguments)
    {
        byte[] call = [.. Encoding.UTF8.GetBytes($"{owner}\n{tool}\n"), .. arguments];
        byte[] binding = new byte[SealKey.HashBytes];
        key.Hash(call, binding);
        return binding;
    }

    /// <summary>Writes a position as a cursor.</summary>
    public string Encode(PagePosition position, PaginationStyle style, ReadOnlySpan<byte> binding)
    {
        int length = ValueAt + Encoding.UTF8.GetByteCount(position.Value);
        byte[] bytes = new byte[length + SealBytes];
        bytes[0] = Version;
        bytes[StyleAt] = (byte)style;
        uint expiry = (uint)(Now + (long)Lifetime.TotalSeconds);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ExpiryAt), expiry);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(OffsetAt), position.Offset);
        Encoding.UTF8.GetBytes(position.Value, bytes.AsSpan(ValueAt));
        Seal(bytes.AsSpan(0, length), binding, bytes.AsSpan(length));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the position back.</summary>
    /// <exception cref="ActionableException">The cursor is not one of this call, or it has expired.</exception>
    public PagePosition Decode(string cursor, PaginationStyle style, ReadOnlySpan<byte> binding)
    {
        if (Unwrap(cursor) is not { } bytes || !IsSealed(bytes, binding) || bytes[StyleAt] != (byte)style)
        {
            throw Foreign();
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ExpiryAt)) < Now)
        {
            throw new ActionableException(
                $"The cursor has expired: each is good for {Lifetime.TotalHours} hours.",
                next: "Leave it out to start from the beginning."
            );
        }

        return new PagePosition(
            Encoding.UTF8.GetString(bytes.AsSpan(ValueAt..^SealBytes)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(OffsetAt))
        );
    }

    /// <summary>Says that a cursor is none of this call.</summary>
    public static ActionableException Foreign() =>
        new(
            "The cursor does not belong to this call.",
            "It is not whole, or it comes from another tool, other arguments, another account or workspace, "
                + "or a server that has been started again since.",
            "Copy it whole and repeat the arguments of the call that gave it, or leave it out to start from the beginning."
        );

    private static byte[]? Unwrap(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(cursor);
        // One spelling only: padding, spaces and unused bits would let an altered text through.
        bool isCursor =
            bytes.Length >= ValueAt + SealBytes && bytes[0] == Version && Base64Url.EncodeToString(bytes) == cursor;
        return isCursor ? bytes : null;
    }

    private bool IsSealed(byte[] bytes, ReadOnlySpan<byte> binding)
    {
        Span<byte> expected = stackalloc byte[SealBytes];
        Seal(bytes.AsSpan(..^SealBytes), binding, expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(^SealBytes..));
    }

    // The binding has one length, so no part of a position can pass for a part of it.
    private void Seal(ReadOnlySpan<byte> position, ReadOnlySpan<byte> binding, Span<byte> seal)
    {
        byte[] whole = [.. binding, .. position];
        Span<byte> hash = stackalloc byte[SealKey.HashBytes];
        key.Hash(whole, hash);
        hash[..SealBytes].CopyTo(seal);
    }
}
