using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>Serves one client over a pair of byte streams, until its side ends: a message is a line.</summary>
internal sealed class StdioServer : IDisposable
{
    // Programs that write all they want and close the pipe wait for the replies; who was killed waits for nothing.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(60);

    private readonly Stream _input;
    private readonly MessageWriter _writer;
    private readonly StdioCollector _collector = new();
    private readonly McpSession _session;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _outputClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<CancellationToken, Task>? _watchOutput;
    private readonly CoreServices _services;
    private readonly ProtocolCore _core;
    private readonly long _start;
    private int _isStopped;

    /// <param name="input">Where the client writes.</param>
    /// <param name="output">Where the client reads; gets nothing but JSON-RPC.</param>
    /// <param name="inventory">What the client may use.</param>
    /// <param name="services">What records its calls, and the clock.</param>
    /// <param name="workspace">The id of the configured workspace, for the audit.</param>
    /// <param name="outputClosed">Called once when a reply finds that the client no longer reads.</param>
    /// <param name="watchOutput">Ends when the client no longer reads; asked only after its input has ended.</param>
    public StdioServer(
        Stream input,
        Stream output,
        ServerInventory inventory,
        CoreServices services,
        string? workspace = null,
        Action? outputClosed = null,
        Func<CancellationToken, Task>? watchOutput = null
    )
    {
        _input = input;
        _watchOutput = watchOutput;
        _writer = new MessageWriter(
            output,
            () =>
            {
                _outputClosed.TrySetResult();
                outputClosed?.Invoke();
            }
        );
        _session = new McpSession(inventory, default, workspace, _collector.Left) { Way = _writer };
        _services = services with { Stopping = _stopping.Token };
        _core = new ProtocolCore(_services);
        _start = services.Time.GetTimestamp();
    }

    /// <summary>Reads and answers on the calling thread until the input ends, then shuts down.</summary>
    public void Run()
    {
        using var reader = new LineReader(_input, _collector.CollectAll);
        while (true)
        {
            switch (reader.Read(out ReadOnlyMemory<byte> line))
            {
                case LineKind.End:
                    Drain();
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
        _session.EndPeer();
        _session.InFlight.WhenIdleAsync().Wait(Grace);
        _services.Telemetry?.SessionEnded(_session.Version, _services.Time.GetElapsedTime(_start));
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Lets what is in flight be answered, as long as somebody reads the replies.</summary>
    private void Drain()
    {
        _session.InFlight.CancelEndless();
        Task idle = _session.InFlight.WhenIdleAsync();
        if (idle.IsCompleted)
        {
            return;
        }

        using var over = new CancellationTokenSource();
        Task end = Task.Delay(DrainTime, _services.Time, over.Token);
        Task unread = _watchOutput?.Invoke(over.Token) ?? _outputClosed.Task;
        Task.WaitAny(idle, end, unread, _outputClosed.Task);
        over.Cancel();
    }

    private void Handle(ReadOnlyMemory<byte> line)
    {
        if (MessageText.IsBlank(line))
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
