using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClickUpMcp.Authorization.Records;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Protects what goes through browsers and comes back: sealed content of forms, signed handles of sign-ins.</summary>
/// <remarks>
/// The keys are made of the secret of the application at ClickUp: every node has it, it survives a restart, and whoever
/// knows it could answer for this server at ClickUp anyway.
/// </remarks>
internal sealed class StateSeal : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int LongestText = 16 * 1024;

    private readonly AesGcm _cipher;
    private readonly byte[] _signingKey;

    public StateSeal(string secret)
    {
        byte[] material = Encoding.UTF8.GetBytes(secret);
        _cipher = new AesGcm(Derive(material, "clickup-mcp form"), TagBytes);
        _signingKey = Derive(material, "clickup-mcp state");
        CryptographicOperations.ZeroMemory(material);
    }

    /// <summary>Seals content for one purpose.</summary>
    public string Seal<T>(string purpose, T content, JsonTypeInfo<T> type)
    {
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(content, type);
        byte[] text = new byte[NonceBytes + plain.Length + TagBytes];
        Span<byte> nonce = text.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        _cipher.Encrypt(
            nonce,
            plain,
            text.AsSpan(NonceBytes, plain.Length),
            text.AsSpan(NonceBytes + plain.Length),
            Encoding.UTF8.GetBytes(purpose)
        );
        return Base64Url.EncodeToString(text);
    }

    /// <summary>Opens what was sealed for the same purpose; null for anything else.</summary>
    public T? Open<T>(string purpose, string? text, JsonTypeInfo<T> type)
        where T : class
    {
        if (text is not { Length: > 0 and <= LongestText } || !Base64Url.IsValid(text, out int length))
        {
            return null;
        }

        if (length < NonceBytes + TagBytes)
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(text);
        byte[] plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            _cipher.Decrypt(
                bytes.AsSpan(0, NonceBytes),
                bytes.AsSpan(NonceBytes, plain.Length),
                bytes.AsSpan(NonceBytes + plain.Length),
                plain,
                Encoding.UTF8.GetBytes(purpose)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return JsonSerializer.Deserialize(plain, type);
    }

    /// <summary>A handle with its signature, for <c>state</c>.</summary>
    public string Sign(string handle) => $"{handle}.{Signature(handle)}";

    /// <summary>The handle of a signed one; null if nobody here signed it.</summary>
    public string? Verify(string? signed)
    {
        int dot = signed?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot <= 0 || signed!.Length > 200)
        {
            return null;
        }

        string handle = signed[..dot];
        return SecretText.AreEqual(Signature(handle), signed[(dot + 1)..]) ? handle : null;
    }

    public void Dispose() => _cipher.Dispose();

    private string Signature(string handle) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_signingKey, Encoding.UTF8.GetBytes(handle)));

    private static byte[] Derive(byte[] material, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 32, info: Encoding.UTF8.GetBytes(use));
}
