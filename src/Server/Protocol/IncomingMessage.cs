using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Values;

namespace ClickUpMcp.Protocol;

/// <summary>One message of a peer, taken apart and checked as far as it alone tells; disposing ends what telemetry shows of it.</summary>
internal sealed class IncomingMessage : IDisposable
{
    /// <param name="bytes">The message; valid until it is disposed of.</param>
    /// <param name="envelope">Its parts.</param>
    public IncomingMessage(ReadOnlyMemory<byte> bytes, in Envelope envelope)
    {
        Bytes = bytes;
        Envelope = envelope;
        if (Envelope.Fault is null && IsRequest)
        {
            EraFault = EraRules.Check(Envelope, out bool isModern);
            IsModern = isModern;
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public readonly Envelope Envelope;

    /// <summary>Whether it wants a reply.</summary>
    public bool IsRequest => Envelope.HasMethod && !Envelope.Id.Equals(default);

    /// <summary>The id as written; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Id => Bytes[Envelope.Id];

    /// <summary>The rule of its era that it breaks; null when it keeps them all.</summary>
    public RpcFault? EraFault { get; }

    /// <summary>Whether it is several messages in an array.</summary>
    public bool IsBatch => Envelope.Items is not null;

    /// <summary>Why it is refused in a session of that revision: what expects no reply is ignored instead.</summary>
    public RpcFault? FaultIn(string? version) =>
        IsBatch && !IsModern && ProtocolVersions.HasBatches(version)
            ? null
            : Envelope.Fault ?? (IsRequest ? Envelope.Parameters.Fault ?? EraFault : null);

    /// <summary>Whether it belongs to the stateless revision; a notification says so only by a header.</summary>
    public bool IsModern { get; set; }

    /// <summary>How it came; the messages of a batch came so too.</summary>
    public MessageOrigin Origin { get; init; }

    /// <summary>Fires when the peer gives up by hanging up.</summary>
    public CancellationToken Abandoned { get; set; }

    /// <summary>Whether its bytes stay as they are until it is answered; else what takes time needs a copy.</summary>
    public bool IsKept { get; set; }

    /// <summary>The file that came with it; null for none.</summary>
    public FileSource? Upload { get; set; }

    /// <summary>How telemetry shows it; null when it does not.</summary>
    public McpOperation? Operation { get; set; }

    public void Dispose() => Operation?.Dispose();
}
