using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Seals what a person was shown, for one use by the same caller in the same call within five minutes.</summary>
/// <param name="key">The key of the seal.</param>
/// <param name="owner">Whose calls these are; what was sealed for others is refused.</param>
/// <param name="spent">Remembers what was used.</param>
/// <param name="time">The clock.</param>
/// <remarks>As with cursors, what a text is bound to is in its seal alone; of what would be done it carries a keyed digest.</remarks>
internal sealed class ConfirmationSeal(SealKey key, string owner, ISpentConfirmations spent, TimeProvider time)
{
    private const byte Version = 3;
    private const int ShownAtAt = 1;
    private const int NonceAt = 9;
    private const int PlanAt = 25;
    private const int SealAt = 41;
    private const int Length = 57;

    /// <summary>How long a confirmation is good, from when it was asked for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    // What is much older is not even read as the time that dates are relative to.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(1);

    /// <summary>Seals what would be done.</summary>
    public string Seal(ConfirmationPlan plan, DateTimeOffset shownAt, bool isToken)
    {
        byte[] bytes = new byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(ShownAtAt), shownAt.ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(bytes.AsSpan(NonceAt..PlanAt));
        Digest(plan, bytes.AsSpan(PlanAt..SealAt));
        Write(plan, isToken, bytes.AsSpan(..SealAt), bytes.AsSpan(SealAt));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Takes a text apart; null for what cannot be a sealed one.</summary>
    public PresentedConfirmation? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length != Length || bytes[0] != Version || Base64Url.EncodeToString(bytes) != text)
        {
            return null;
        }

        long milliseconds = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(ShownAtAt));
        DateTimeOffset now = time.GetUtcNow();
        return milliseconds <= now.ToUnixTimeMilliseconds() && milliseconds >= (now - Oldest).ToUnixTimeMilliseconds()
            ? new PresentedConfirmation(
                DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
                Convert.ToHexStringLower(bytes.AsSpan(NonceAt..PlanAt)),
                bytes
            )
            : null;
    }

    /// <summary>Holds a text against what the call would do now.</summary>
    public ConfirmationFault Check(PresentedConfirmation? given, ConfirmationPlan plan, bool isToken)
    {
        if (given is null)
        {
            return ConfirmationFault.Foreign;
        }

        Span<byte> expected = stackalloc byte[Length - SealAt];
        Write(plan, isToken, given.Bytes.AsSpan(..SealAt), expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, given.Bytes.AsSpan(SealAt)))
        {
            return ConfirmationFault.Foreign;
        }

        if (time.GetUtcNow() - given.ShownAt > Lifetime)
        {
            return ConfirmationFault.Expired;
        }

        Span<byte> digest = stackalloc byte[SealAt - PlanAt];
        Digest(plan, digest);
        return CryptographicOperations.FixedTimeEquals(digest, given.Bytes.AsSpan(PlanAt..SealAt))
            ? ConfirmationFault.None
            : ConfirmationFault.Changed;
    }

    /// <summary>Uses a text up; false when it was used before.</summary>
    public ValueTask<bool> TrySpendAsync(PresentedConfirmation given, CancellationToken cancellationToken) =>
        spent.TrySpendAsync(given.Nonce, given.ShownAt + Lifetime, cancellationToken);

    private void Digest(ConfirmationPlan plan, Span<byte> digest)
    {
        Span<byte> hash = stackalloc byte[SealKey.HashBytes];
        key.Hash([.. "plan\n"u8, .. plan.ToBytes().Span], hash);
        hash[..digest.Length].CopyTo(digest);
    }

    private void Write(ConfirmationPlan plan, bool isToken, ReadOnlySpan<byte> sealedBytes, Span<byte> seal)
    {
        string use = isToken ? "token" : "state";
        byte[] call =
        [
            .. Encoding.UTF8.GetBytes($"confirmation\n{use}\n{owner}\n{plan.Tool}\n"),
            .. plan.Arguments.ToSelectionJson().Span,
        ];
        Span<byte> hash = stackalloc byte[SealKey.HashBytes];
        key.Hash(call, hash);
        key.Hash([.. hash, .. sealedBytes], hash);
        hash[..seal.Length].CopyTo(seal);
    }
}
