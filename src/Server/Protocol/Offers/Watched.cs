using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>A resource that somebody watches, and what it was when it was last read.</summary>
/// <param name="uri">Its URI.</param>
/// <param name="tool">The tool that reads it.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class Watched(string uri, string tool, byte[] arguments)
{
    private byte[] _last = [];

    public string Uri => uri;

    public string Tool => tool;

    public byte[] Arguments => arguments;

    /// <summary>Who watches it, and how each is told; guarded by the watch.</summary>
    public Dictionary<object, Action<string>> Watchers { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes what it is now; whether that is something else than before.</summary>
    public bool Take(string text)
    {
        byte[] now = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        bool isNew = !now.AsSpan().SequenceEqual(_last);
        _last = now;
        return isNew;
    }
}
