using System.Collections.Concurrent;
using ClickUpMcp.Protocol.Recording;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>Keeps what it is told.</summary>
internal sealed class AuditCollection : ICallAudit
{
    public ConcurrentQueue<CallRecord> Records { get; } = [];

    public void Write(in CallRecord call) => Records.Enqueue(call);
}
