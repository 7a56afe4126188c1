using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>Serves one client over a pair of byte streams, until its side ends: a message is a line.</summary>
internal sealed class StdioServer : IDisposable
{
    // With this and the process's own end, the server is gone within 100 ms of the end of its input.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(60);

    private readonly Stream _input;
    private readonly MessageWriter _writer;
    private readonly McpSession _session;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CoreServices _services;
    private readonly ProtocolCore _core;
    private readonly long _start;
    private int _isStopped;

    /// <param name="input">Where the client writes.</param>
    /// <param name="output">Where the client reads; gets nothing but JSON-RPC.</param>
    /// <param name="inventory">What the client may use.</param>
    /// <param name="services">What records its calls, and the clock.</param>
    /// <param name="workspace">The id of the configured workspace, for the audit.</param>
    /// <param name="outputClosed">Called once when the client no longer reads.</param>
    public StdioServer(
        Stream input,
        Stream output,
        ServerInventory inventory,
        CoreServices services,
        string? workspace = null,
        Action? outputClosed = null
    )
    {
        _input = input;
        _writer = new MessageWriter(output, outputClosed);
        _session = new McpSession(inventory, default, workspace);
        _services = services with { Stopping = _stopping.Token };
        _core = new ProtocolCore(_services);
        _start = services.Time.GetTimestamp();
    }

    /// <summary>Reads and answers on the calling thread until the input ends, then shuts down.</summary>
    public void Run()
    {
        using var reader = new LineReader(_input);
        while (true)
        {
            switch (reader.Read(out ReadOnlyMemory<byte> line))
            {
                case LineKind.End:
                    Stop();
                    return;
                case LineKind.TooLong:
                    ProtocolCore.Refuse(TooLong(), _writer);
                    break;
                default:
                    Handle(line);
                    break;
            }
        }
    }

    /// <summary>Cancels whatever is in flight and gives requests that end a moment to be answered.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) != 0)
        {
            return;
        }

        // Not Cancel(): its callbacks would run here and could hold up the shutdown.
        _ = _stopping.CancelAsync();
        _session.InFlight.WaitUntilIdle(Grace);
        _services.Telemetry?.SessionEnded(_session.Version, _services.Time.GetElapsedTime(_start));
    }

    public void Dispose() => _stopping.Dispose();

    private void Handle(ReadOnlyMemory<byte> line)
    {
        if (line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        IncomingMessage message = _core.Read(line);
        if (_core.Accept(message, _session, _writer) is { } pending)
        {
            // The line is overwritten by the next one, but what takes time has its own copy.
            ThreadPool.UnsafeQueueUserWorkItem(pending, preferLocal: false);
        }
        else
        {
            message.Dispose();
        }
    }

    private static RpcFault TooLong() =>
        RpcFault.InvalidRequest($"A message has at most {LineReader.MaxLineLength} bytes; this one was skipped.");
}
