using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>The message that ends a request, ready to be sent; whoever takes it disposes of it.</summary>
internal sealed class Reply : IDisposable
{
    private ReadOnlyMemory<byte> _inserted;
    private int _insertedAt;

    /// <summary>All of it but what is inserted.</summary>
    public MessageBuffer Buffer { get; } = new();

    /// <summary>The error; null when it is a result.</summary>
    public RpcFault? Fault { get; init; }

    /// <summary>Whether it goes to a request of the stateless revision.</summary>
    public bool IsModern { get; init; }

    /// <summary>When a call limit refused: the time until it lets a call in again.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>When the principal's scopes do not allow a call: all that it takes.</summary>
    public ToolScopes? NeededScopes { get; set; }

    public ReadOnlySpan<byte> Head => _inserted.IsEmpty ? Buffer.Written : Buffer.Written[.._insertedAt];

    /// <summary>A large piece that is sent from where it lies; empty when there is none.</summary>
    public ReadOnlySpan<byte> Inserted => _inserted.Span;

    public ReadOnlySpan<byte> Tail => _inserted.IsEmpty ? default : Buffer.Written[_insertedAt..];

    public int Length => Buffer.Written.Length + _inserted.Length;

    /// <summary>Puts a piece after what was written so far; it must not change while the reply exists.</summary>
    public void Insert(ReadOnlyMemory<byte> piece) => (_inserted, _insertedAt) = (piece, Buffer.Written.Length);

    /// <summary>Appends the message without its line feed to another one.</summary>
    public void AppendTo(MessageBuffer target)
    {
        bool hasTail = !Tail.IsEmpty;
        target.Append(hasTail ? Head : Head[..^1]).Append(Inserted).Append(hasTail ? Tail[..^1] : default);
    }

    public void Dispose() => Buffer.Dispose();
}
