using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol;

/// <summary>Sends one call's progress to the client, and nothing once the call has ended.</summary>
internal sealed class ProgressReporter(byte[] token, IMessageSink sink) : IProgressReporter
{
    private readonly Lock _lock = new();
    private double _last = double.NegativeInfinity;

    public void Report(double progress, double? total, string message)
    {
        using var buffer = new MessageBuffer();
        lock (_lock)
        {
            // The protocol wants values that grow; a repeated or smaller one tells the client nothing.
            if (!double.IsFinite(progress) || progress <= _last)
            {
                return;
            }

            _last = progress;
            buffer
                .Append("""{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"""u8)
                .Append(token)
                .Append(""","progress":"""u8)
                .Append(progress);
            if (total is { } value && double.IsFinite(value))
            {
                buffer.Append(""","total":"""u8).Append(value);
            }

            buffer.Append(""","message":"""u8).AppendString(message).Append("}}\n"u8);
            sink.TrySend(buffer.Written);
        }
    }

    /// <summary>Ends the reports: after it returns, none is sent.</summary>
    public void End()
    {
        lock (_lock)
        {
            _last = double.PositiveInfinity;
        }
    }
}
