using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Parity;

/// <summary>The product's audit, written to memory.</summary>
internal sealed class RecordedAudit : ICallAudit, IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly AuditLog _log;
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecordedAudit(TimeProvider time)
    {
        Lazy<byte[]> key = new(static () => AuditKey.Of("parity"));
        ChainedLines lines = new(new StreamLines(() => _stream), new AuditChain(key), static () => null);
        _log = new AuditLog(lines, new AuditLine(new ArgumentDigest(key), time), time);
    }

    /// <summary>Completes when a cancelled call is recorded.</summary>
    public Task Cancelled => _cancelled.Task;

    public IReadOnlyList<string> Lines
    {
        get
        {
            _log.FlushAsync().Wait();
            return Encoding.UTF8.GetString(_stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    public void Write(in CallRecord call)
    {
        _log.Write(call);
        if (call.End == CallEnd.Cancelled)
        {
            _cancelled.TrySetResult();
        }
    }

    public void Dispose() => _log.Dispose();
}
