using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Authorization.Records;

namespace ClickUpMcp.Authorization.Senders;

/// <summary>What the tokens of a grant, or a licence key, are bound to: those who come later must look like who came first.</summary>
/// <param name="To">Words of <see cref="SenderMark"/>.</param>
/// <param name="Key">Makes the hashes of its marks, so that those of two bindings tell nothing of each other.</param>
/// <param name="Known">The marks that were seen; each is looked at from then on.</param>
public sealed record SenderBinding(IReadOnlyList<string> To, byte[] Key, IReadOnlyList<KnownMark> Known)
{
    private const int KeyBytes = 32;

    /// <summary>A binding that nobody has used; null for no words.</summary>
    public static SenderBinding? Create(IReadOnlyList<string> to) =>
        to.Count == 0 ? null : new(to, RandomNumberGenerator.GetBytes(KeyBytes), []);

    /// <summary>Holds a sender against what is known.</summary>
    /// <param name="reference">The id of the grant or licence.</param>
    /// <param name="sender">Who presents it.</param>
    /// <param name="place">Where.</param>
    /// <returns>The binding with what was seen for the first time; this one when there is nothing new.</returns>
    /// <exception cref="ForeignSenderException">It is another.</exception>
    public SenderBinding Check(string reference, Sender sender, SenderPlace place)
    {
        List<KnownMark> seen = [];
        foreach (string mark in To)
        {
            if (ValueOf(mark, sender, place) is not { } value)
            {
                throw new ForeignSenderException(reference, this, mark, isMissing: true);
            }

            string name = NameOf(mark, place);
            string hash = Hash(name, value);
            if (Known.FirstOrDefault(known => known.Name == name) is not { } known)
            {
                seen.Add(new KnownMark(name, hash));
            }
            else if (!SecretText.AreEqual(known.Hash, hash))
            {
                throw new ForeignSenderException(reference, this, mark, isMissing: false);
            }
        }

        return seen.Count == 0 ? this : this with { Known = [.. Known, .. seen] };
    }

    // Many clients ask for tokens with another library than they use them with: other headers, but from the same network.
    private static string NameOf(string mark, SenderPlace place) =>
        mark == SenderMark.Network ? mark
        : place == SenderPlace.TokenEndpoint ? $"{mark} at token"
        : mark;

    private static string? ValueOf(string mark, Sender sender, SenderPlace place) =>
        mark switch
        {
            SenderMark.Client => sender.Client,
            SenderMark.Network => sender.Network,
            // Few clients can be told to send a header with their requests for tokens; what is used needs it.
            _ => sender.Device ?? (place == SenderPlace.TokenEndpoint ? "" : null),
        };

    private string Hash(string name, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{name}\n{value}")));
}
